internal import SentenceUnits

/// A unit that was read, and what else its set's check needs.
struct UnitEntry {
  let record: UnitRecord
  let position: RecordPosition
  /// The digest of the record's bytes: equal for equal records.
  let value: Digest128
  /// The content of the text; `nil` where the text normalises to nothing.
  let content: Digest128?
  let envelope: CheckedRecord.Envelope?
}
