internal import CRdKafka

extension Consumer {
  /// Reads these partitions from these offsets (or ``PartitionOffset/beginning``, ``PartitionOffset/end``,
  /// ``PartitionOffset/committed``): the answer to ``ConsumerEvent/assigned(_:)``, or without a group the way to start.
  ///
  /// What was assigned before is dropped, with the records fetched but not given out; in a cooperative group the partitions are
  /// added. To assign the same partitions again moves their positions.
  package func assign(_ offsets: [PartitionOffset]) throws(KafkaError) {
    guard handle.context.awaitedCall != .unassign else {
      // librdkafka would take the partitions and wait for the other call for ever.
      throw KafkaError(
        code: .invalidState, message: "the partitions were revoked: unassign is awaited", operation: "assign")
    }
    let list = PartitionList(offsets)
    if isCooperative {
      unsafe try KafkaError.check(rd_kafka_incremental_assign(handle.pointer, list.pointer), during: "assign")
    } else {
      try KafkaError.check(unsafe rd_kafka_assign(handle.pointer, list.pointer), during: "assign")
    }
    handle.context.awaitedCall = .none
  }

  /// Gives all partitions back: the answer to ``ConsumerEvent/revoked(_:lost:)``.
  ///
  /// In a cooperative group those of the event.
  package func unassign() throws(KafkaError) {
    let context = handle.context
    if context.awaitedCall == .assign {
      // Only an assignment, be it empty, gets librdkafka out of its wait.
      return try assign([])
    }
    if isCooperative {
      let list = PartitionList(context.rebalanced)
      unsafe try KafkaError.check(rd_kafka_incremental_unassign(handle.pointer, list.pointer), during: "unassign")
    } else {
      try KafkaError.check(unsafe rd_kafka_assign(handle.pointer, nil), during: "unassign")
    }
    context.awaitedCall = .none
  }

  /// The partitions assigned now.
  package func assignment() throws(KafkaError) -> [TopicPartition] {
    var pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
    try KafkaError.check(unsafe rd_kafka_assignment(handle.pointer, &pointer), during: "get assignment")
    guard let pointer = unsafe pointer else { return [] }
    return unsafe PartitionList(taking: pointer).offsets().map(\.partition)
  }

  /// Whether the assignment belongs to others by now: the member was too slow, or the group forgot it.
  ///
  /// Nothing may be committed then.
  package var isAssignmentLost: Bool { unsafe rd_kafka_assignment_lost(handle.pointer) != 0 }

  /// Stops fetching these partitions; records fetched already are dropped and fetched again later.
  package func pause(_ partitions: [TopicPartition]) throws(KafkaError) {
    let list = PartitionList(partitions)
    try KafkaError.check(unsafe rd_kafka_pause_partitions(handle.pointer, list.pointer), during: "pause")
    try list.checkEach(during: "pause")
  }

  /// Fetches these partitions again.
  package func resume(_ partitions: [TopicPartition]) throws(KafkaError) {
    let list = PartitionList(partitions)
    try KafkaError.check(unsafe rd_kafka_resume_partitions(handle.pointer, list.pointer), during: "resume")
    try list.checkEach(during: "resume")
  }

  /// Moves the positions of assigned partitions; records fetched already are dropped.
  ///
  /// A partition can't be sought right after it was assigned: to choose a start, say it in ``assign(_:)``. Waits without end,
  /// since librdkafka 2.0.2 takes a thousandth of any other time-out; the client answers this by itself, without a broker.
  package func seek(_ offsets: [PartitionOffset]) throws(KafkaError) {
    if offsets.isEmpty { return }
    let list = PartitionList(offsets)
    unsafe try KafkaError.check(rd_kafka_seek_partitions(handle.pointer, list.pointer, -1), during: "seek")
    try list.checkEach(during: "seek")
  }
}
