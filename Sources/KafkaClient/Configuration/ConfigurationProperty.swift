/// A property of librdkafka by name and value, such as `linger.ms` and `5`.
package struct ConfigurationProperty: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
