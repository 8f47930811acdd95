/// Derives the digests that ids and hashes are made of, by the formulas of the contract (docs/formats.md, `Schemas/golden-ids.json`).
///
/// Rules version, position and language never enter a digest. A cryptographic hash, because a publisher must not be able to overwrite
/// another's unit. An instance keeps its buffers and its hash state; keep one a thread of work.
public struct IdentityHasher: ~Copyable, Sendable {
  private var sha256: SHA256
  private var normaliser = TextNormaliser()
  private var message: [UInt8] = []

  /// Makes a hasher; throws where libcrypto has no SHA-256.
  public init() throws(HashingError) {
    sha256 = try SHA256()
    message.reserveCapacity(1024)
  }

  /// The digest of a text's normalised form: equal for equal text in any article; `nil` for a text whose form is empty.
  ///
  /// - Parameter text: UTF-8.
  /// - Complexity: O(*n*) in the text's bytes.
  public mutating func content(of text: Span<UInt8>) throws(HashingError) -> Digest128? {
    message.begin(HashDomain.text)
    let prefix = message.count
    normaliser.append(text, to: &message)
    guard message.count > prefix else { return nil }
    return try sha256.digest(message).leading
  }

  /// The digest of a text that is in its normalised form and not empty.
  package mutating func content(ofNormalised text: Span<UInt8>) throws(HashingError) -> Digest128 {
    message.begin(HashDomain.text)
    text.withUnsafeBufferPointer { message.append(contentsOf: $0) }
    return try sha256.digest(message).leading
  }

  /// The digest of what identifies an article.
  public mutating func article(_ identity: String) throws(HashingError) -> Digest128 {
    message.begin(HashDomain.article)
    message.append(contentsOf: identity.utf8)
    return try sha256.digest(message).leading
  }

  /// The digest of a scope's name, which has no prefix.
  public mutating func scope(_ name: String) throws(HashingError) -> Digest128 {
    message.removeAll(keepingCapacity: true)
    message.append(contentsOf: name.utf8)
    return try sha256.digest(message).leading
  }

  /// The digest of a unit's id.
  ///
  /// - Parameter occurrence: How many units with this content stand before it in the scope.
  public mutating func unit(
    article: Digest128, scope: Digest128, content: Digest128, occurrence: UInt32
  ) throws(HashingError) -> Digest128 {
    var message = DigestMessage(HashDomain.unit)
    message.append(article)
    message.append(scope)
    message.append(content)
    message.append(occurrence)
    return try message.digest(&sha256).leading
  }

  /// The digest of a unit's content and its neighbours'; `nil` where there is no neighbour.
  public mutating func context(
    previous: Digest128?, content: Digest128, next: Digest128?
  ) throws(HashingError) -> Digest128 {
    var message = DigestMessage(HashDomain.context)
    message.append(previous ?? .zero)
    message.append(content)
    message.append(next ?? .zero)
    return try message.digest(&sha256).leading
  }

  /// The whole SHA-256 of some bytes, without a prefix: to name a source document.
  public mutating func sha256(of bytes: Span<UInt8>) throws(HashingError) -> Digest256 {
    try sha256.digest(bytes)
  }
}
