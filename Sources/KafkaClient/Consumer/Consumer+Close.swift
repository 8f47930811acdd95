internal import CRdKafka

extension Consumer {
  /// Leaves the group and frees everything.
  ///
  /// An unanswered rebalance is answered first; partitions are given back without an event.
  ///
  /// A static member (`group.instance.id`) doesn't leave: its partitions wait for it for `session.timeout.ms`.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut`` where the group can't be left in time; everything is freed all the same, and the
  ///   brokers find out by themselves after `session.timeout.ms`.
  package consuming func close(milliseconds: Int32) throws(KafkaError) {
    let deadline = Deadline(milliseconds: milliseconds)
    let context = handle.context
    context.events.removeAll()
    // Below librdkafka 2.3 a cooperative member that closes before its first assignment crashes the process.
    if isCooperative, !context.hadAssignment, !LibraryVersion.isAtLeast(2, 3) { return }
    // Otherwise librdkafka would wait for the answer for ever.
    if context.awaitedCall != .none { try? unassign() }
    context.isClosing = true
    let queue = EventQueue(handle)
    do throws(KafkaError) {
      unsafe try KafkaError.check(
        rd_kafka_consumer_close_queue(handle.pointer, queue.pointer), during: "close consumer")
    } catch {
      // A finished consumer can't leave and one without a group needn't.
      if error.isFatal || error.code == .closing || error.code.rawValue == RD_KAFKA_RESP_ERR__UNKNOWN_GROUP.rawValue {
        return
      }
      throw error
    }
    while unsafe rd_kafka_consumer_closed(handle.pointer) == 0 {
      if deadline.hasPassed {
        throw KafkaError(
          code: .timedOut, message: "the group could not be left within \(milliseconds) ms", operation: "close consumer"
        )
      }
      // Not `rd_kafka_queue_poll_callback`, which aborts the process when it meets a record.
      if let message = unsafe rd_kafka_consume_queue(queue.pointer, deadline.remaining(atMost: 100)) {
        unsafe rd_kafka_message_destroy(message)
      }
    }
  }
}
