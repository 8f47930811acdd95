/// Classes of Unicode scalars (Unicode 16) that the forms of lines are told by.
enum ScalarClass {
  /// White_Space.
  static func isWhiteSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What isn't seen at a line's ends: white space, byte order mark, zero-width space.
  static func isTrimmed(_ value: UInt32) -> Bool {
    isWhiteSpace(value) || value == 0xFEFF || value == 0x200B
  }

  /// Marks of direction and joining: they shape text and are none.
  static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A digit of any script that news is written in; its value.
  static func digit(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x660...0x669: value - 0x660
    case 0x6F0...0x6F9: value - 0x6F0
    case 0x966...0x96F: value - 0x966
    case 0x9E6...0x9EF: value - 0x9E6
    case 0xA66...0xA6F: value - 0xA66
    case 0xAE6...0xAEF: value - 0xAE6
    case 0xBE6...0xBEF: value - 0xBE6
    case 0xC66...0xC6F: value - 0xC66
    case 0xCE6...0xCEF: value - 0xCE6
    case 0xD66...0xD6F: value - 0xD66
    case 0xE50...0xE59: value - 0xE50
    case 0xED0...0xED9: value - 0xED0
    case 0x1040...0x1049: value - 0x1040
    case 0x17E0...0x17E9: value - 0x17E0
    case 0xFF10...0xFF19: value - 0xFF10
    default: nil
    }
  }

  /// A stop that ends a statement: no question, no cry, no ellipsis.
  static func isFullStop(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E, 0x3002, 0xFF0E, 0xFF61, 0x0964, 0x0965, 0x06D4, 0x1362, 0x104B, 0x17D4, 0x17D5, 0x0589: true
    default: false
    }
  }

  /// A stop that ends a question or a cry.
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x3F, 0x61F, 0xFF01, 0xFF1F, 0x203C, 0x2047...0x2049, 0x55E, 0x1367, 0x37E: true
    default: false
    }
  }

  /// A quotation mark or bracket that can stand behind a stop.
  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F,
      0x3011, 0x3015, 0x3017, 0xFF09, 0xFF3D:
      true
    default: false
    }
  }

  /// A scalar that takes two columns: Han, kana, Hangul, full-width forms, emoji.
  static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a scalar belongs to the grapheme cluster of what stands before it, so that no boundary lies between.
  static func joinsBack(_ value: UInt32) -> Bool {
    if value < 0x300 || isPlainLetter(value) { return false }
    guard let scalar = Unicode.Scalar(value) else { return false }
    return value == 0x200D || scalar.properties.isGraphemeExtend || scalar.properties.generalCategory == .spacingMark
      || scalar.properties.isEmojiModifier
  }

  /// Letters that surely join nothing: a short way past the properties, which cost some thirty times as much.
  private static func isPlainLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x370...0x47F, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3, 0x904...0x939, 0x985...0x9B9, 0xE01...0xE30,
      0x1E00...0x1EFF, 0x2010...0x2027, 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FE, 0x3400...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Whether a scalar belongs to the grapheme cluster of what stands behind it (Grapheme_Cluster_Break=Prepend).
  static func joinsForward(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD, 0x111C2, 0x111C3, 0x113D1, 0x1193F,
      0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46, 0x11F02:
      true
    default: false
    }
  }

  /// A scalar with a boundary on both its sides whatever stands there (Grapheme_Cluster_Break CR, LF or Control), among those that are trimmed.
  static func isControl(_ value: UInt32) -> Bool {
    value < 0x20 || value == 0x85 || value == 0x2028 || value == 0x2029 || value == 0xFEFF || value == 0x200B
  }
}
