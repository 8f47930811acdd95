/// What a scalar folds to: nothing, white space, or up to four bytes.
struct FoldedScalar: Sendable, Equatable {
  /// The bytes, the first of them lowest.
  private(set) var bytes: UInt32 = 0
  private var length: UInt8 = 0
  var count: Int { Int(length) }

  static let nothing = FoldedScalar()
  /// White space, of which a run is one space and none stands at the ends.
  static let space = FoldedScalar(UInt8(ascii: " "))

  private init() {}

  /// One byte of ASCII.
  init(_ byte: UInt8) {
    bytes = UInt32(byte)
    length = 1
  }

  /// Two bytes.
  init(_ first: UInt8, _ second: UInt8) {
    bytes = UInt32(first) | UInt32(second) << 8
    length = 2
  }

  /// A scalar as it is; nothing for what is no scalar.
  init(utf8 value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else { return }
    for unit in units {
      bytes |= UInt32(unit) << UInt32(count * 8)
      length += 1
    }
  }

  /// A scalar of three bytes in UTF-8 as it is.
  @inline(__always)
  init(threeBytes value: UInt32) {
    bytes = (0xE0 | value >> 12) | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    length = 3
  }

  /// A byte, counted from 0.
  subscript(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(index * 8)) }

  /// Whether one of the bytes is a given one.
  func contains(_ byte: UInt8) -> Bool { (0..<count).contains { self[$0] == byte } }
}
