/// What a scalar means when units are cut; tables in Data/unicode.
struct TextClass: OptionSet, Sendable {
  let rawValue: UInt16

  /// White_Space.
  static let whiteSpace = TextClass(rawValue: 1 << 0)
  /// Must be looked at by a translator: a letter, or a digit other than 0-9, or a character that Unicode 15.0 doesn't know.
  static let letter = TextClass(rawValue: 1 << 1)
  /// Ends a sentence in some script.
  static let stop = TextClass(rawValue: 1 << 2)
  /// May stand behind a stop without making it less of an end: closing marks, emoji, footnote marks, what can't be seen.
  static let trailing = TextClass(rawValue: 1 << 3)
  /// Forms a grapheme cluster with what stands before it.
  static let extend = TextClass(rawValue: 1 << 4)
  /// Forms a grapheme cluster with what stands behind it.
  static let prepend = TextClass(rawValue: 1 << 5)
  /// Forms no grapheme cluster with its neighbours, but for CR LF.
  static let control = TextClass(rawValue: 1 << 6)

  /// The classes of each scalar, as raw values; whoever reads it in a loop fetches it once before.
  static let table: ScalarTable = {
    var table = ScalarTable()
    let sources: [(StaticString, TextClass)] = [
      (TextClassData.whiteSpace, .whiteSpace), (TextClassData.letter, .letter), (TextClassData.stop, .stop),
      (TextClassData.trailing, .trailing), (TextClassData.extend, .extend), (TextClassData.prepend, .prepend),
      (TextClassData.control, .control),
    ]
    for (ranges, bits) in sources {
      TableReader.forEachRange(ranges) { table.set(bits.rawValue, in: $0) }
    }
    return table
  }()
}
