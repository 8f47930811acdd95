/// A whole SHA-256 digest.
public struct Digest256: Hashable, Sendable, CustomStringConvertible {
  /// The first sixteen bytes: what ids and hashes are made of.
  public let leading: Digest128
  /// The last sixteen bytes.
  public let trailing: Digest128

  /// Makes a digest from its two halves.
  public init(leading: Digest128, trailing: Digest128) {
    self.leading = leading
    self.trailing = trailing
  }

  /// Appends the digest as 64 hexadecimal digits in lower case.
  public func writeHexadecimal(into bytes: inout [UInt8]) {
    for word in [leading.high, leading.low, trailing.high, trailing.low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift) & 15)
        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }

  /// The digest as 64 hexadecimal digits in lower case.
  public var description: String {
    var bytes: [UInt8] = []
    writeHexadecimal(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
