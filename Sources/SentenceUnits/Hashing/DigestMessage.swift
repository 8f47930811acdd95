/// A short message of known length that is hashed: a domain's prefix and digests, put together without an array.
struct DigestMessage: ~Copyable {
  /// Two blocks of SHA-256, of which a unit's id takes 65 bytes and a context 64.
  private var storage = InlineArray<128, UInt8>(repeating: 0)
  private var count = 0

  /// Begins a message with a domain's prefix.
  @inline(__always)
  init(_ domain: StaticString) {
    domain.withUTF8Buffer { prefix in
      for byte in prefix { append(byte) }
    }
  }

  /// Appends a byte; one that has no room is left out, and no message of the contract has so many.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < storage.count else { return }
    storage[count] = byte
    count += 1
  }

  /// Appends a number, most significant byte first.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    let size = MemoryLayout<Number>.size
    guard count <= storage.count - size else { return }
    var span = storage.mutableSpan
    var bytes = span.mutableBytes
    bytes.storeBytes(of: number.bigEndian, toByteOffset: count, as: Number.self)
    count += size
  }

  /// Appends a digest's sixteen bytes.
  @inline(__always)
  mutating func append(_ digest: Digest128) {
    append(digest.high)
    append(digest.low)
  }

  /// The message's digest.
  @inline(__always)
  func digest(_ sha256: inout SHA256) throws(HashingError) -> Digest256 {
    try sha256.digest(storage.span.bytes.extracting(0..<count))
  }
}
