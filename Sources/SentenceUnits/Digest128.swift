/// Sixteen bytes of a SHA-256 digest: what ids and hashes are made of.
public struct Digest128: Hashable, Sendable {
  /// The first eight bytes, big-endian.
  public let high: UInt64
  /// The last eight bytes, big-endian.
  public let low: UInt64

  /// Makes a digest from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Sixteen zero bytes: stands where there is no neighbour in a context hash.
  public static let zero = Digest128(high: 0, low: 0)
}
