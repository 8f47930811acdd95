/// The bounds of what can be read from a partition.
package struct Watermarks: Hashable, Sendable {
  package let partition: TopicPartition
  /// The offset of the oldest record kept.
  package let low: Int64
  /// The offset behind the last readable record: the last stable one under `read_committed`.
  package let high: Int64

  package init(partition: TopicPartition, low: Int64, high: Int64) {
    self.partition = partition
    self.low = low
    self.high = high
  }
}
