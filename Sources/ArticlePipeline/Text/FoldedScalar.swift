/// What a scalar folds to: nothing, white space, or up to four bytes.
struct FoldedScalar: Sendable, Equatable {
  /// The bytes, the first of them lowest.
  private(set) var bytes: UInt32 = 0
  private(set) var count = 0

  static let nothing = FoldedScalar()
  /// White space, of which a run is one space and none stands at the ends.
  static let space = FoldedScalar(UInt8(ascii: " "))

  private init() {}

  /// One byte of ASCII.
  init(_ byte: UInt8) {
    bytes = UInt32(byte)
    count = 1
  }

  /// Two bytes.
  init(_ first: UInt8, _ second: UInt8) {
    bytes = UInt32(first) | UInt32(second) << 8
    count = 2
  }

  /// A scalar as it is; nothing for what is no scalar.
  init(utf8 value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else { return }
    for unit in units {
      bytes |= UInt32(unit) << UInt32(count * 8)
      count += 1
    }
  }

  /// A byte, counted from 0.
  subscript(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(index * 8)) }

  /// Whether one of the bytes is a given one.
  func contains(_ byte: UInt8) -> Bool { (0..<count).contains { self[$0] == byte } }
}
