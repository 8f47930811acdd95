internal import SentenceUnits

/// What the records of one article share, worked out once.
package struct RecordsInCommon: ~Copyable, Sendable {
  let headers: RecordHeaders
  let texts: UnitTexts
  let languages: LanguageMembers
  /// The SHA-256 of the input's value; `nil` for a null value.
  let digest: Digest256?
  /// Milliseconds since 1970.
  let timestamp: Int64
}
