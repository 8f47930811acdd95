/// Which partition of its topic a record goes to.
///
/// The choice travels in the record's opaque and is made by our partitioner when librdkafka knows the topic's partitions, so a
/// record can be produced before it does.
package enum PartitionChoice: Hashable, Sendable {
  /// This partition, from 0. One that the topic doesn't have (as far as the client knows) makes the record fail with
  /// ``KafkaErrorCode/unknownPartition``, at once or in its delivery report.
  case number(Int32)
  /// The partition that a record with this key would go to, as Java's and librdkafka's `murmur2` partitioners place it; see
  /// ``Murmur2``. For records that shall lie with others of another key.
  case likeKey(hash: UInt32)
  /// By the record's own key, as above; at random where it is null.
  case byKey
}
