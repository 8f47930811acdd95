/// A place in a partition: where to read from, or what to commit (the offset *behind* the last record done).
package struct PartitionOffset: Hashable, Sendable, CustomStringConvertible {
  package let partition: TopicPartition
  /// An offset from 0 up, or one of ``beginning``, ``end``, ``committed``, ``unknown``.
  package let offset: Int64
  /// A short text kept with a committed offset.
  package let metadata: String?

  package init(_ partition: TopicPartition, offset: Int64, metadata: String? = nil) {
    self.partition = partition
    self.offset = offset
    self.metadata = metadata
  }

  package init(topic: String, partition: Int32, offset: Int64, metadata: String? = nil) {
    self.init(TopicPartition(topic: topic, partition: partition), offset: offset, metadata: metadata)
  }

  /// The log's first record.
  package static let beginning: Int64 = -2
  /// Behind the log's last record.
  package static let end: Int64 = -1
  /// The group's committed offset.
  package static let committed: Int64 = -1000
  /// None: nothing committed, no position yet.
  package static let unknown: Int64 = -1001

  /// The offset where it is a number, `nil` where it is ``unknown`` or another of the names.
  package var number: Int64? { offset >= 0 ? offset : nil }

  /// Such as `articles[3]@42`.
  package var description: String { "\(partition)@\(offset)" }
}
