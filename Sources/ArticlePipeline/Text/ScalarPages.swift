/// The scalars that have a place of their own in the tables of this folder: those below U+1000, general punctuation, the punctuation and
/// kana of East Asia, and the full-width forms.
enum ScalarPages {
  /// A value for each of them, in the order of their places.
  static func table<Value>(_ value: (UInt32) -> Value) -> [Value] {
    [0..<0x1000 as Range<UInt32>, 0x2000..<0x2100, 0x3000..<0x3100, 0xFF00..<0x10000].flatMap { $0.map(value) }
  }

  /// A scalar's place in such a table; `nil` for one without.
  @inline(__always)
  static func place(of value: UInt32) -> Int? {
    if value < 0x1000 { return Int(value) }
    return switch value >> 8 {
    case 0x20: Int(value - 0x1000)
    case 0x30: Int(value - 0x1F00)
    case 0xFF: Int(value - 0xED00)
    default: nil
    }
  }
}
