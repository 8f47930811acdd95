/// What a poll of a ``Consumer`` brings.
package enum ConsumerEvent: Sendable {
  /// A record.
  case message(ConsumedMessage)
  /// All of a partition has been read. The offset is where the next record will stand, behind control records and aborted
  /// ones; it may be far behind the last record given. Comes again each time the end is reached.
  case partitionEnd(TopicPartition, offset: Int64)
  /// The position isn't in the log (any more). The partition stands still until it is assigned or sought anew.
  case outOfRange(TopicPartition, offset: Int64)
  /// The group gives us these partitions: answer with ``Consumer/assign(_:)``. Nothing comes before.
  case assigned([TopicPartition])
  /// The group takes these partitions away: end what is under way, then answer with ``Consumer/unassign()``. Where they are
  /// lost, another member may have them already: abort, and commit nothing.
  case revoked([TopicPartition], lost: Bool)
  /// An error. A fatal one carries what is behind it, comes only once, and takes the partitions away without ``revoked(_:lost:)``.
  case error(KafkaError)
}
