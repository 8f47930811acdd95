/// A header of a Kafka record.
package struct RecordHeader: Sendable, Equatable {
  package var name: String
  /// `nil` is a null value, which is not the same as an empty one.
  package var value: [UInt8]?

  package init(name: String, value: [UInt8]?) {
    self.name = name
    self.value = value
  }
}
