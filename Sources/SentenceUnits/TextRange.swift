/// A half-open range of a source string, counted three ways; all three slice the same text.
public struct TextRange: Hashable, Sendable {
  /// Where the range begins.
  public var lowerBound: TextPosition
  /// Where the range ends: the first place that is not part of it.
  public var upperBound: TextPosition

  /// Makes a range from its ends.
  public init(_ lowerBound: TextPosition, _ upperBound: TextPosition) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// The range in UTF-8 bytes.
  public var utf8: Range<Int> { lowerBound.utf8..<upperBound.utf8 }
  /// The range in UTF-16 code units.
  public var utf16: Range<Int> { lowerBound.utf16..<upperBound.utf16 }
  /// The range in Unicode scalars.
  public var scalar: Range<Int> { lowerBound.scalar..<upperBound.scalar }
}
