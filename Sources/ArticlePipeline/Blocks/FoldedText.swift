/// Parts of folded text.
enum FoldedText {
  /// The text without the brackets or quotation marks around the whole of it, and without dashes at its ends.
  static func unwrapped(_ text: [UInt8]) -> (text: [UInt8], isBracketed: Bool) {
    var slice = text[...]
    var isBracketed = false
    while let first = slice.first, let last = slice.last, slice.count >= 2 {
      switch (first, last) {
      case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")):
        guard slice.filter({ $0 == first }).count == 1 else { return (Array(slice), isBracketed) }
        slice = slice.dropFirst().dropLast()
        isBracketed = true
      case (UInt8(ascii: "\""), UInt8(ascii: "\"")): slice = slice.dropFirst().dropLast()
      case (UInt8(ascii: "-"), _), (0x20, _): slice = slice.dropFirst()
      case (_, UInt8(ascii: "-")), (_, 0x20): slice = slice.dropLast()
      default: return (slice.count == text.count ? text : Array(slice), isBracketed)
      }
    }
    return (Array(slice), isBracketed)
  }

  /// The parts between commas, slashes, bars, plus and equals signs, middle dots, and dashes with spaces round them; trimmed.
  static func segments(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let width = separatorWidth(text, index)
      if width > 0 {
        parts.append(trim(text[start..<index]))
        index += width
        start = index
      } else {
        index += 1
      }
    }
    parts.append(trim(text[start...]))
    return parts
  }

  /// Folded text without the spaces at its ends.
  static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.first == 0x20 { text = text.dropFirst() }
    while text.last == 0x20 { text = text.dropLast() }
    return text
  }

  /// Words between spaces.
  static func words(_ text: some Collection<UInt8>) -> Int {
    text.isEmpty ? 0 : 1 + text.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
  }

  /// Whether a digit stands in the text.
  static func hasDigit(_ text: some Collection<UInt8>) -> Bool { text.contains { $0 >= 0x30 && $0 <= 0x39 } }

  /// The index behind the label's separator (a colon, or one of the others), spaces passed over; `nil` where none stands at an index.
  static func behindSeparator(_ text: [UInt8], _ index: Int, others: String = "") -> Int? {
    var index = index
    while index < text.count, text[index] == 0x20 { index += 1 }
    guard index < text.count else { return nil }
    let isDot = text[index...].starts(with: "・".utf8) || text[index...].starts(with: "·".utf8)
    guard text[index] == UInt8(ascii: ":") || others.utf8.contains(text[index]) || (isDot && !others.isEmpty) else {
      return nil
    }
    index += isDot ? (text[index] == 0xE3 ? 3 : 2) : 1
    while index < text.count, text[index] == 0x20 { index += 1 }
    return index < text.count ? index : nil
  }

  /// Whether a byte may begin what parts segments.
  static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "-"), 0xC2, 0xE3:
      true
    default: false
    }
  }

  private static func separatorWidth(_ text: [UInt8], _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: "&"),
      UInt8(ascii: ";"):
      return 1
    case UInt8(ascii: "-"):
      let isSpaced = index > 0 && text[index - 1] == 0x20 && index + 1 < text.count && text[index + 1] == 0x20
      return isSpaced ? 1 : 0
    case 0xC2: return text[index...].starts(with: "·".utf8) ? 2 : 0
    case 0xE3: return text[index...].starts(with: "・".utf8) ? 3 : 0
    default: return 0
    }
  }
}
