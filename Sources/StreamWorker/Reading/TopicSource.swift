/// What a scan of topics needs of a client: no group, nothing committed.
///
/// librdkafka stands behind it in `LibrdkafkaTopicSource`, a script in tests.
package protocol TopicSource: AnyObject {
  /// The partitions of a topic; `nil` where there is no such topic.
  func partitionCount(of topic: String) throws(ClientFailure) -> Int?
  /// Where the records of a partition begin, and where those that are committed end.
  func bounds(of partition: InputPartition) throws(ClientFailure) -> Watermarks
  /// Reads these partitions, each from its first record.
  func read(_ partitions: [InputPartition]) throws(ClientFailure)
  /// The next event; `nil` where none comes in time.
  func poll(milliseconds: Int) -> ClientEvent?
  /// Frees everything.
  func close()
}
