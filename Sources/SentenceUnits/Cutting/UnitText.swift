/// Questions about the text of a unit.
enum UnitText {
  /// A range without the white space at its ends.
  ///
  /// White space that forms a grapheme cluster with its neighbour stays (a space that carries a combining mark, a space behind an
  /// Arabic number sign): no unit begins or ends inside a cluster.
  static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    let table = TextClass.table
    var lower = range.lowerBound
    var space: (offset: Int, carries: Bool)?
    while lower < range.upperBound {
      let (scalar, length) = UTF8Text.scalar(in: text, at: lower)
      let found = TextClass(rawValue: table[scalar])
      guard found.contains(.whiteSpace) else {
        if found.contains(.extend), let space, space.carries { lower = space.offset }
        break
      }
      space = (lower, !found.contains(.control))
      lower += length
    }

    var upper = range.upperBound
    space = nil
    while upper > lower {
      let (scalar, length) = UTF8Text.scalar(in: text, before: upper, from: lower)
      let found = TextClass(rawValue: table[scalar])
      guard found.contains(.whiteSpace) else {
        if found.contains(.prepend), let space, space.carries { upper = space.offset }
        break
      }
      space = (upper, !found.contains(.control))
      upper -= length
    }
    return lower..<max(lower, upper)
  }

  /// Whether a translator must look at the text: it holds a letter, or digits other than 0-9, which other languages write otherwise.
  ///
  /// «12,5», «***», «2015/07/23» and «😀» hold none; «№ 5» does (its sign stands for letters).
  static func holdsLetter(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    let table = TextClass.table
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Text.scalar(in: text, at: offset)
      if TextClass(rawValue: table[scalar]).contains(.letter) { return true }
      offset += length
    }
    return false
  }

  /// Whether the text ends with a sentence stop of any script, be it behind closing marks, emoji, footnote marks or white space.
  ///
  /// Greek has `;` and Armenian often `:` for a stop; no other language does.
  static func endsWithStop(_ range: Range<Int>, of text: Span<UInt8>, language: String) -> Bool {
    let table = TextClass.table
    var offset = range.upperBound
    while offset > range.lowerBound {
      let (scalar, length) = UTF8Text.scalar(in: text, before: offset, from: range.lowerBound)
      let found = TextClass(rawValue: table[scalar])
      if found.contains(.stop) { return true }
      if !found.contains(.trailing) {
        return scalar == 0x3B && isLanguage(language, "el") || scalar == 0x3A && isLanguage(language, "hy")
      }
      offset -= length
    }
    return false
  }

  private static func isLanguage(_ tag: String, _ primary: String) -> Bool {
    tag == primary || tag.hasPrefix(primary + "-")
  }
}
