internal import CRdKafka

extension Consumer {
  /// The group's committed offsets; ``PartitionOffset/unknown`` where there is none.
  ///
  /// Waits for open transactions to be decided.
  package func committed(
    _ partitions: [TopicPartition], milliseconds: Int32
  ) throws(KafkaError) -> [PartitionOffset] {
    if partitions.isEmpty { return [] }
    let list = PartitionList(partitions)
    try KafkaError.check(
      unsafe rd_kafka_committed(handle.pointer, list.pointer, milliseconds), during: "get committed offsets")
    try list.checkEach(during: "get committed offsets")
    return list.offsets()
  }

  /// Where the next record to be given out is expected; ``PartitionOffset/unknown`` before the first.
  ///
  /// Partition ends don't move it: keep your own positions.
  package func position(_ partitions: [TopicPartition]) throws(KafkaError) -> [PartitionOffset] {
    let list = PartitionList(partitions)
    try KafkaError.check(unsafe rd_kafka_position(handle.pointer, list.pointer), during: "get position")
    try list.checkEach(during: "get position")
    return list.offsets()
  }

  /// The first offset at or after a time (milliseconds since 1970) in each partition; ``PartitionOffset/end`` where nothing is
  /// that late.
  package func offsets(
    at time: Int64, in partitions: [TopicPartition], milliseconds: Int32
  ) throws(KafkaError) -> [PartitionOffset] {
    guard time >= 0 else {
      throw KafkaError(
        code: .invalidArgument, message: "a time before 1970: \(time)", operation: "get offsets for time")
    }
    return try listOffsets(time, partitions, milliseconds, during: "get offsets for time")
  }

  /// The bounds of partitions, asked of their leaders.
  ///
  /// Asks for offsets by time with the special times of the protocol, since `query_watermark_offsets` overruns its time-out
  /// below librdkafka 2.3.
  package func watermarks(
    of partitions: [TopicPartition], milliseconds: Int32
  ) throws(KafkaError) -> [Watermarks] {
    let deadline = Deadline(milliseconds: milliseconds)
    let operation = "get watermarks"
    let low = try listOffsets(PartitionOffset.beginning, partitions, deadline.remaining, during: operation)
    let high = try listOffsets(PartitionOffset.end, partitions, deadline.remaining, during: operation)
    return zip(low, high).map { Watermarks(partition: $0.partition, low: $0.offset, high: $1.offset) }
  }

  /// The bounds of a partition as the last fetch told them; `nil` before the first.
  ///
  /// Costs nothing.
  package func cachedWatermarks(of partition: TopicPartition) -> Watermarks? {
    var low: Int64 = 0
    var high: Int64 = 0
    let code = unsafe rd_kafka_get_watermark_offsets(
      handle.pointer, partition.topic, partition.partition, &low, &high)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR, low >= 0, high >= 0 else { return nil }
    return Watermarks(partition: partition, low: low, high: high)
  }

  /// Commits offsets, each the one *behind* the last record done, and waits for the broker: for at-least-once.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut`` where no answer comes in time; the offsets may be committed nevertheless.
  package func commit(_ offsets: [PartitionOffset], milliseconds: Int32) throws(KafkaError) {
    if offsets.isEmpty { return }
    let operation = "commit offsets"
    let list = PartitionList(offsets)
    // By a queue of our own: the plain call has no time-out.
    let queue = EventQueue(handle)
    try KafkaError.check(
      unsafe rd_kafka_commit_queue(handle.pointer, list.pointer, queue.pointer, nil, nil), during: operation)
    let event = try queue.next(milliseconds: milliseconds, during: operation)
    try event.checkError(during: operation)
    try event.checkPartitions(during: operation)
  }

  private func listOffsets(
    _ time: Int64, _ partitions: [TopicPartition], _ milliseconds: Int32, during operation: String
  ) throws(KafkaError) -> [PartitionOffset] {
    if partitions.isEmpty { return [] }
    let list = PartitionList(partitions.map { PartitionOffset($0, offset: time) })
    try KafkaError.check(
      unsafe rd_kafka_offsets_for_times(handle.pointer, list.pointer, milliseconds), during: operation)
    try list.checkEach(during: operation)
    return list.offsets()
  }
}
