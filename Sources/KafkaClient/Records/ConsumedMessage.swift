/// A record as it was read; it owns its bytes.
package struct ConsumedMessage: Hashable, Sendable {
  package let topic: String
  package let partition: Int32
  package let offset: Int64
  /// Milliseconds since 1970 (the producer's or the broker's, as the topic is set); `nil` where the record has none.
  package let timestamp: Int64?
  /// `nil` is a null key, which isn't the same as an empty one.
  package let key: [UInt8]?
  /// `nil` is a null value: a tombstone on a compacted topic.
  package let value: [UInt8]?
  package let headers: [MessageHeader]

  package init(
    topic: String, partition: Int32, offset: Int64, timestamp: Int64?, key: [UInt8]?, value: [UInt8]?,
    headers: [MessageHeader] = []
  ) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.timestamp = timestamp
    self.key = key
    self.value = value
    self.headers = headers
  }
}
