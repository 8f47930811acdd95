/// What stands before a list item's text: a bullet, a number or a letter.
struct ListMarker: Sendable, Equatable {
  /// How sure the form alone makes it.
  enum Certainty: Sendable, Equatable {
    /// A bullet, a bracketed number: nothing else begins so.
    case certain
    /// A dash: a list item, or somebody speaking.
    case dash
    /// A number or letter with a stop: an ordinal, a year or an initial, unless its neighbours go on counting.
    case counting
  }

  /// What makes markers of one list alike: the kind of number or letter and what closes it.
  var style: UInt32
  /// The number, or the letter's scalar.
  var value: UInt32
  /// Whether `value` is a number.
  var isNumber: Bool
  /// Where the item's text begins.
  var textStart: Int
  var certainty: Certainty

  /// The marker at the start of a line; `nil` where there is none or no text follows.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: start)
      guard ScalarClass.isInvisible(value) else { break }
      start += width
    }
    guard start < range.upperBound else { return nil }
    var reading = MarkerReading(bytes: bytes, index: start, end: range.upperBound)
    guard let found = reading.bullet() ?? reading.circled() ?? reading.bracketed() ?? reading.counted() else {
      return nil
    }
    let textStart = TextTrim.trimStart(bytes, reading.index..<range.upperBound)
    guard textStart > start, !bytes[textStart..<range.upperBound].isBlankText else { return nil }
    // A mark on the marker, or on the space behind it, belongs to one cluster with it.
    guard !ScalarClass.joinsBack(ScalarReader.scalar(bytes, at: textStart).value) else { return nil }
    style = found.style
    value = found.value
    isNumber = found.isNumber
    certainty = found.certainty
    self.textStart = textStart
  }
}
