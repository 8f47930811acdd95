/// A record to be checked.
package struct CheckedRecord: Sendable {
  /// What stands around a value on a topic; a line of a file has none of it.
  package struct Envelope: Sendable {
    package var key: [UInt8]?
    package var headers: [RecordHeader]
    /// Milliseconds since 1970; `nil` where the record has none.
    package var timestamp: Int64?

    package init(key: [UInt8]?, headers: [RecordHeader], timestamp: Int64?) {
      self.key = key
      self.headers = headers
      self.timestamp = timestamp
    }
  }

  /// The stream that the record is of; `nil` for a line of a file, which its members tell.
  package var stream: OutputStream?
  package var position: RecordPosition
  package var value: [UInt8]?
  package var envelope: Envelope?

  package init(stream: OutputStream?, position: RecordPosition, value: [UInt8]?, envelope: Envelope?) {
    self.stream = stream
    self.position = position
    self.value = value
    self.envelope = envelope
  }
}
