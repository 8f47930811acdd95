extension Digest128 {
  /// How many characters a digest takes in base32.
  package static let base32Count = Base32.digestLength

  /// Appends the digest's 26 characters of base32 (RFC 4648, lower case, no padding).
  public func write(into bytes: inout [UInt8]) {
    let (first, second, third, last) = base32Characters
    for word in [first, second, third] {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    withUnsafeBytes(of: last.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The digest in base32: 26 characters (RFC 4648, lower case, no padding).
  public var base32: String {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The 26 characters as numbers, each with its first character in the lowest byte: forty bits of the digest make eight of them.
  @inline(__always)
  package var base32Characters: (UInt64, UInt64, UInt64, UInt16) {
    let last = Base32.characters(low << 32 & 0xFF_FFFF_FFFF)
    return (
      Base32.characters(high >> 24), Base32.characters((high << 16 | low >> 48) & 0xFF_FFFF_FFFF),
      Base32.characters(low >> 8 & 0xFF_FFFF_FFFF), UInt16(truncatingIfNeeded: last)
    )
  }

  /// Reads a digest from its 26 characters of base32; takes only what `write(into:)` gives.
  public init(base32 text: Span<UInt8>) throws(Base32Error) {
    guard text.count == Base32.digestLength else { throw .length(text.count) }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for place in 0..<Base32.digestLength {
      guard let value = Base32.value(text[place]) else { throw .character(offset: place) }
      // 25 characters hold 125 bits; the last holds three bits and two zeros.
      let width: UInt64 = place == Base32.digestLength - 1 ? 3 : 5
      guard width == 5 || value & 3 == 0 else { throw .excessBits }
      high = high << width | low >> (64 - width)
      low = low << width | UInt64(value) >> (5 - width)
    }
    self.init(high: high, low: low)
  }

  /// Reads a digest from its 26 characters of base32.
  public init(base32 text: String) throws(Base32Error) {
    try self.init(base32: Array(text.utf8).span)
  }
}
