/// The alphabet of base32 (RFC 4648, §6), in lower case; ids have no padding.
enum Base32 {
  /// How many characters sixteen bytes take.
  static let digestLength = 26

  /// The character of a number below 32.
  @inline(__always)
  static func character(_ value: UInt8) -> UInt8 { value < 26 ? 0x61 + value : 0x18 + value }

  /// The number of a character; `nil` for what is none of the alphabet.
  @inline(__always)
  static func value(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x61...0x7A: character - 0x61
    case 0x32...0x37: character - 0x18
    default: nil
    }
  }
}
