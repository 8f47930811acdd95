internal import CRdKafka
package import Logging

/// A member of a consumer group, or a reader of partitions it is given.
///
/// Every call is synchronous. Rebalances come as events of ``poll(milliseconds:)`` and are answered by the caller, so none of
/// its code ever runs inside librdkafka.
///
/// Letting go of it without ``close(milliseconds:)`` frees everything at once and doesn't leave the group: the brokers notice
/// after `session.timeout.ms`, or, with a `group.instance.id`, wait that long for the same instance to come back.
///
/// `@unchecked Sendable`: it may be handed to another thread, since librdkafka binds nothing to one, but belongs to one thread
/// at a time. It can't be copied, so whoever holds it is the only one.
package struct Consumer: ~Copyable, @unchecked Sendable {
  let handle: ClientHandle

  /// Makes a consumer; nothing is connected yet.
  package init(configuration: ClientConfiguration, logger: Logger) throws(KafkaError) {
    guard configuration.role == .consumer else {
      throw KafkaError(
        code: .invalidArgument, message: "the configuration is for a \(configuration.role.rawValue)",
        operation: "make consumer")
    }
    handle = unsafe try ClientHandle(configuration, type: RD_KAFKA_CONSUMER, logger: logger) { pointer in
      unsafe rd_kafka_conf_set_rebalance_cb(pointer, rebalanceCallback)
    }
    // One queue for everything, so that poll serves errors and rebalances too.
    unsafe rd_kafka_poll_set_consumer(handle.pointer)
  }

  /// Joins the group for these topics, in the background; ``poll(milliseconds:)`` tells what comes of it.
  package func subscribe(to topics: [String]) throws(KafkaError) {
    let list = PartitionList(topics: topics)
    try KafkaError.check(unsafe rd_kafka_subscribe(handle.pointer, list.pointer), during: "subscribe")
  }

  /// Our id in the group, `nil` before we are a member.
  package var memberID: String? {
    guard let text = unsafe rd_kafka_memberid(handle.pointer) else { return nil }
    defer { unsafe rd_kafka_mem_free(handle.pointer, text) }
    let id = unsafe String(cString: text)
    return id.isEmpty ? nil : id
  }

  /// Whether the group uses incremental (cooperative) rebalances: then ``ConsumerEvent/assigned(_:)`` names partitions that are
  /// added and ``ConsumerEvent/revoked(_:lost:)`` those that are taken away, instead of all.
  package var isCooperative: Bool { unsafe KafkaClient.isCooperative(handle.pointer) }

  /// Our place in the group now, for ``Transaction/sendOffsets(_:group:milliseconds:)``.
  package func groupMetadata() throws(KafkaError) -> GroupMetadata {
    guard let metadata = unsafe rd_kafka_consumer_group_metadata(handle.pointer) else {
      throw KafkaError(
        code: .invalidState, message: "the consumer has no group.id", operation: "get group metadata")
    }
    return unsafe GroupMetadata(taking: metadata)
  }

  /// The errors that librdkafka raised on its own since the last time, such as all brokers being down.
  ///
  /// The last 64 are kept.
  package func drainErrors() -> [KafkaError] { handle.drainErrors() }

  /// The error that finished the consumer, `nil` while there is none.
  package var terminalError: KafkaError? { handle.terminalError(during: "consume") }
}
