extension Digest128 {
  /// Appends the digest's 26 characters of base32 (RFC 4648, lower case, no padding).
  public func write(into bytes: inout [UInt8]) {
    for place in 0..<Base32.digestLength { bytes.append(Base32.character(group(place))) }
  }

  /// The digest in base32: 26 characters (RFC 4648, lower case, no padding).
  public var base32: String {
    String(unsafeUninitializedCapacity: Base32.digestLength) { buffer in
      for place in 0..<Base32.digestLength { buffer[place] = Base32.character(group(place)) }
      return Base32.digestLength
    }
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

  /// Appends the digest's sixteen bytes.
  func writeBytes(into bytes: inout [UInt8]) {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes.append(contentsOf: $0) }
  }

  /// Five bits of the digest, the first at place 0; beyond the end there are zeros.
  @inline(__always)
  private func group(_ place: Int) -> UInt8 {
    let end = place * 5 + 5
    let bits: UInt64
    if end <= 64 {
      bits = high >> UInt64(64 - end)
    } else if end < 69 {
      bits = high << UInt64(end - 64) | low >> UInt64(128 - end)
    } else if end <= 128 {
      bits = low >> UInt64(128 - end)
    } else {
      bits = low << UInt64(end - 128)
    }
    return UInt8(truncatingIfNeeded: bits & 31)
  }
}
