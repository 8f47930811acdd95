internal import CCrypto

/// Computes SHA-256 through libcrypto, whose code uses the processor's own instructions for it.
///
/// One instance has one context, used again for each digest. Keep one a thread of work. (libcrypto 3.0 allocates its 112 bytes of state
/// for each digest all the same; its older functions, which don't, are deprecated.)
///
/// Sendable, unchecked: the context has one owner, no tie to a thread, and is used by mutating methods only, which exclude each other.
public struct SHA256: ~Copyable, @unchecked Sendable {
  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  /// Makes a hasher; throws where libcrypto has no SHA-256 or no memory.
  public init() throws(HashingError) {
    let algorithm = try Algorithm.fetched.get().pointer
    guard let context = EVP_MD_CTX_new() else { throw Self.failure("EVP_MD_CTX_new") }
    self.algorithm = algorithm
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func digest(_ bytes: Span<UInt8>) throws(HashingError) -> Digest256 {
    guard EVP_DigestInit_ex(context, algorithm, nil) == 1 else { throw Self.failure("EVP_DigestInit_ex") }
    let updated = bytes.withUnsafeBufferPointer { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    guard updated == 1 else { throw Self.failure("EVP_DigestUpdate") }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let finished = withUnsafeMutableBytes(of: &words) { digest in
      EVP_DigestFinal_ex(context, digest.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
    }
    guard finished == 1 else { throw Self.failure("EVP_DigestFinal_ex") }
    return Digest256(
      leading: Digest128(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1)),
      trailing: Digest128(high: UInt64(bigEndian: words.2), low: UInt64(bigEndian: words.3)))
  }

  /// The digest of an array's bytes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func digest(_ bytes: [UInt8]) throws(HashingError) -> Digest256 {
    try digest(bytes.span)
  }

  private static func failure(_ operation: String) -> HashingError {
    HashingError(operation: operation, code: ERR_get_error())
  }

  /// The algorithm as libcrypto's provider has it: looked up once a process, since a look-up costs more than a hash.
  private struct Algorithm: @unchecked Sendable {
    // Sendable, unchecked: an EVP_MD never changes once fetched and may be used from all threads; this one is never freed.
    let pointer: OpaquePointer

    static let fetched: Result<Algorithm, HashingError> = {
      guard let pointer = EVP_MD_fetch(nil, "SHA256", nil) else { return .failure(SHA256.failure("EVP_MD_fetch")) }
      return .success(Algorithm(pointer: pointer))
    }()
  }
}
