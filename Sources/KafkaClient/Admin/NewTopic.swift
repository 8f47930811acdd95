/// A topic to be made.
package struct NewTopic: Hashable, Sendable {
  package let name: String
  /// From 1; -1 is the cluster's default.
  package let partitionCount: Int32
  /// From 1; -1 is the cluster's default (brokers from 2.4).
  package let replicationFactor: Int32
  /// Properties such as `cleanup.policy`.
  package let configuration: [String: String]

  package init(
    name: String, partitionCount: Int32, replicationFactor: Int32 = -1, configuration: [String: String] = [:]
  ) {
    self.name = name
    self.partitionCount = partitionCount
    self.replicationFactor = replicationFactor
    self.configuration = configuration
  }
}
