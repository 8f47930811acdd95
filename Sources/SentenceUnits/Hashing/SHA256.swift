internal import CCrypto

/// Computes SHA-256 through libcrypto, whose code uses the processor's own instructions for it.
///
/// The state lies in the value itself: a digest allocates nothing. Keep one a thread of work.
public struct SHA256: ~Copyable, Sendable {
  private var state = SHA256_CTX()

  /// Makes a hasher; throws where libcrypto can't compute SHA-256.
  public init() throws(HashingError) {
    try begin()
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  @inline(__always)
  public mutating func digest(_ bytes: Span<UInt8>) throws(HashingError) -> Digest256 {
    try digest(bytes.bytes)
  }

  /// The digest of an array's bytes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func digest(_ bytes: [UInt8]) throws(HashingError) -> Digest256 {
    try digest(bytes.span.bytes)
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func digest(_ bytes: RawSpan) throws(HashingError) -> Digest256 {
    try begin()
    let updated = bytes.withUnsafeBytes { SHA256_Update(&state, $0.baseAddress, $0.count) }
    guard updated == 1 else { throw HashingError(operation: "SHA256_Update") }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let finished = withUnsafeMutableBytes(of: &words) { digest in
      SHA256_Final(digest.baseAddress?.assumingMemoryBound(to: UInt8.self), &state)
    }
    guard finished == 1 else { throw HashingError(operation: "SHA256_Final") }
    return Digest256(
      leading: Digest128(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1)),
      trailing: Digest128(high: UInt64(bigEndian: words.2), low: UInt64(bigEndian: words.3)))
  }

  private mutating func begin() throws(HashingError) {
    guard SHA256_Init(&state) == 1 else { throw HashingError(operation: "SHA256_Init") }
  }
}
