/// Cuts text into sentences by named rules and the profile of a language.
///
/// A segmenter has no memory: the same bytes give the same sentences, whatever was cut before.
public struct Segmenter: Sendable {
  /// Makes a segmenter for a language.
  ///
  /// - Parameter language: A BCP 47 tag; what the tag does not say is decided by script. `nil` or an unknown language gives the rules by script.
  public init(language: String?) {
    _ = language
  }

  /// Appends the sentences of a part of a text.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - range: The bytes to cut, on scalar boundaries; nothing outside it is looked at.
  ///   - sentences: Where the sentences go, in order, with ranges that count in `text`.
  /// - Complexity: O(*n*) in the length of `range`.
  public func cut(_ text: Span<UInt8>, in range: Range<Int>, into sentences: inout [Sentence]) {
    // Stand-in until the engine lands.
    var start = range.lowerBound
    var index = range.lowerBound
    func emit(_ upper: Int, _ rule: BoundaryRule) {
      var low = start
      var high = upper
      while low < high, text[low] == 0x20 || text[low] == 0x0A || text[low] == 0x0D { low += 1 }
      while high > low, text[high - 1] == 0x20 || text[high - 1] == 0x0A || text[high - 1] == 0x0D { high -= 1 }
      if low < high { sentences.append(Sentence(range: low..<high, ending: rule)) }
      start = upper
    }
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      if byte == 0x0A { emit(index, .lineBreak) }
      if byte == 0x2E, index < range.upperBound, text[index] == 0x20 { emit(index, .stop) }
    }
    emit(range.upperBound, .endOfText)
  }

  /// The sentences of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func sentences(in text: String) -> [Substring] {
    var copy = text
    var found: [Sentence] = []
    copy.makeContiguousUTF8()
    let whole = copy.utf8.count
    cut(copy.utf8.span, in: 0..<whole, into: &found)
    return found.map { sentence in
      let start = copy.utf8.index(copy.startIndex, offsetBy: sentence.range.lowerBound)
      let end = copy.utf8.index(copy.startIndex, offsetBy: sentence.range.upperBound)
      return copy[start..<end]
    }
  }
}
