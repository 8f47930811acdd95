/// A topic as the cluster's metadata show it.
package struct TopicDescription: Hashable, Sendable {
  /// A partition and who keeps it.
  package struct Partition: Hashable, Sendable {
    package let number: Int32
    /// The leading broker's id; `nil` while there is none.
    package let leader: Int32?
    /// The ids of the brokers that keep it.
    package let replicas: [Int32]
    /// Those of them that have all of it.
    package let inSync: [Int32]
  }

  package let name: String
  /// By number, from 0 without gaps.
  package let partitions: [Partition]

  /// How many partitions there are.
  package var partitionCount: Int32 { Int32(clamping: partitions.count) }

  /// How many brokers keep the partition with the fewest.
  package var replicationFactor: Int { partitions.map(\.replicas.count).min() ?? 0 }

  /// Whether every partition can be written and read.
  package var hasAllLeaders: Bool { partitions.allSatisfy { $0.leader != nil } }
}
