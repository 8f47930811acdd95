/// A property of a topic as the cluster has it.
package struct TopicProperty: Hashable, Sendable {
  package let name: String
  /// `nil` where the broker keeps it back.
  package let value: String?
  /// Whether it was set for this topic, and doesn't come from the broker or its defaults.
  package let isSetOnTopic: Bool
}
