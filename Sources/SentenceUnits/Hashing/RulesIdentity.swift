internal import Segmentation

/// Names the rules and tables that cut and normalise, as records carry it: `1.0.0+k3v9q2`.
///
/// The part behind `+` is the beginning of a SHA-256 over everything besides the code that can change a unit, so two builds with the
/// same name cut alike.
public struct RulesIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The version, `+` and six characters of base32.
  public let description: String

  /// How many characters stand behind `+`: 30 bits.
  static let digestLength = 6

  /// The identity of this build; computed once a process.
  public static func current() throws(HashingError) -> RulesIdentity {
    try computed.get()
  }

  private static let computed: Result<RulesIdentity, HashingError> = {
    do throws(HashingError) {
      return .success(
        try RulesIdentity(
          version: SegmentationRules.version, tables: SegmentationRules.tables,
          unicodeVersion: Normalisation.unicodeVersion, normalisationVersion: Normalisation.version))
    } catch {
      return .failure(error)
    }
  }()

  /// The identity of named rules: each part goes into the digest with its length (eight bytes, big-endian) before it.
  package init(
    version: String, tables: [StaticString], unicodeVersion: String, normalisationVersion: String
  ) throws(HashingError) {
    var message: [UInt8] = []
    message.begin(HashDomain.rules)
    for part in [version, unicodeVersion, normalisationVersion] {
      message.appendBigEndian(UInt64(part.utf8.count))
      message.append(contentsOf: part.utf8)
    }
    for table in tables {
      message.appendBigEndian(UInt64(table.utf8CodeUnitCount))
      table.withUTF8Buffer { message.append(contentsOf: $0) }
    }
    var sha256 = try SHA256()
    let digest = try sha256.digest(message).leading.base32
    description = "\(version)+\(digest.prefix(Self.digestLength))"
  }
}
