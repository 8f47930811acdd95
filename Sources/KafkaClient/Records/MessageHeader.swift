/// A header of a record that was read.
package struct MessageHeader: Hashable, Sendable {
  package let name: String
  /// `nil` is a null value, which isn't the same as an empty one.
  package let value: [UInt8]?

  package init(name: String, value: [UInt8]?) {
    self.name = name
    self.value = value
  }
}
