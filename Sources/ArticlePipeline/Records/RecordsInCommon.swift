internal import SentenceUnits

/// What the records of one article share, worked out once.
package struct RecordsInCommon: Sendable {
  let headers: RecordHeaders
  /// The SHA-256 of the input's value; `nil` for a null value.
  let digest: Digest256?
  /// Milliseconds since 1970.
  let timestamp: Int64
}
