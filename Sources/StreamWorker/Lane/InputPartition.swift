/// A partition of an input topic.
package struct InputPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let topic: String
  package let number: Int32

  package init(topic: String, number: Int32) {
    self.topic = topic
    self.number = number
  }

  package static func < (left: InputPartition, right: InputPartition) -> Bool {
    (left.topic, left.number) < (right.topic, right.number)
  }

  /// The form that operators know from Kafka's tools: `articles [3]`.
  package var description: String { "\(topic) [\(number)]" }
}
