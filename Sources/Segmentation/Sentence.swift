/// One sentence of a text, as the half-open range of its bytes.
///
/// The range begins and ends with a character that is not white space; what stands between two sentences belongs to neither.
public struct Sentence: Hashable, Sendable {
  /// Offsets in UTF-8 bytes, on Unicode scalar and grapheme cluster boundaries.
  public let range: Range<Int>

  /// The rule that ended the sentence.
  public let ending: BoundaryRule

  /// Makes a sentence; the segmenter is the usual source of them.
  public init(range: Range<Int>, ending: BoundaryRule) {
    self.range = range
    self.ending = ending
  }
}
