/// The alphabet of base32 (RFC 4648, §6), in lower case; ids have no padding.
enum Base32 {
  /// How many characters sixteen bytes take.
  static let digestLength = 26

  /// The characters of eight numbers of five bits, together forty bits, the first of them highest; the first character is in the
  /// lowest byte.
  ///
  /// The numbers are spread to a byte each in three steps, and all bytes become characters at once: `a` and the number, and from 26 on
  /// what `2` is less.
  @inline(__always)
  static func characters(_ bits: UInt64) -> UInt64 {
    let halves = (bits & 0xF_FFFF) << 32 | bits >> 20
    let quarters = (halves & 0x0000_03FF_0000_03FF) << 16 | (halves >> 10 & 0x0000_03FF_0000_03FF)
    let bytes = (quarters & 0x001F_001F_001F_001F) << 8 | (quarters >> 5 & 0x001F_001F_001F_001F)
    let digits = (bytes &+ 0x6666_6666_6666_6666) >> 7 & 0x0101_0101_0101_0101
    return bytes &+ 0x6161_6161_6161_6161 &- digits &* 0x49
  }

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
