internal import CRdKafka
package import Logging

/// A producer without transactions: for at-least-once, and for programs that fill topics.
///
/// `@unchecked Sendable`: it may be handed to another thread, since librdkafka binds nothing to one, but belongs to one thread
/// at a time. It can't be copied, so whoever holds it is the only one.
package struct PlainProducer: ~Copyable, @unchecked Sendable {
  private let handle: ProducerHandle

  /// Makes a producer; nothing is connected yet.
  package init(
    configuration: ClientConfiguration, reporting: DeliveryReporting = .all, logger: Logger
  ) throws(KafkaError) {
    handle = try ProducerHandle(configuration, role: .producer, reporting: reporting, logger: logger)
  }

  /// Puts a record into the queue and returns; key and value are copied once.
  ///
  /// - Parameters:
  ///   - key: `nil` is a null key, not the same as an empty one.
  ///   - value: `nil` is a null value: a tombstone on a compacted topic.
  ///   - timestamp: milliseconds since 1970; `nil` and 0 are the time of the call.
  ///   - tag: given back with the delivery report; at most ``DeliveryReport/maximumTag``.
  ///   - headers: taken where the record is accepted, left where it is refused.
  /// - Throws: ``KafkaErrorCode/queueFull``: poll, then try again. ``KafkaErrorCode/messageTooLarge``,
  ///   ``KafkaErrorCode/unknownTopic``, ``KafkaErrorCode/unknownPartition``: the record can't be produced.
  package func produce(
    to topic: String, partition: PartitionChoice, key: Span<UInt8>?, value: Span<UInt8>?, timestamp: Int64? = nil,
    tag: UInt32 = 0, headers: inout RecordHeaders
  ) throws(KafkaError) {
    try handle.produce(
      topic: topic, partition: partition, key: key, value: value, timestamp: timestamp, tag: tag, headers: &headers)
  }

  /// Serves delivery reports and errors for up to so long (0 only looks) and gives how many were served.
  @discardableResult
  package func poll(milliseconds: Int32) -> Int { handle.poll(milliseconds: milliseconds) }

  /// Takes the delivery reports served since the last time, in the order they came.
  package func drainDeliveryReports() -> [DeliveryReport] { handle.takeReports() }

  /// Takes the errors that librdkafka raised on its own since the last time.
  ///
  /// The last 64 are kept.
  package func drainErrors() -> [KafkaError] { handle.client.drainErrors() }

  /// Records not yet acknowledged, and reports not yet served.
  package var outstanding: Int { handle.outstanding }

  /// Sends everything at once and waits until all is acknowledged or has failed; the reports say which.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut``, retriable, where something is outstanding after that time.
  package func flush(milliseconds: Int32) throws(KafkaError) {
    let code = unsafe rd_kafka_flush(handle.client.pointer, milliseconds)
    if code == RD_KAFKA_RESP_ERR_NO_ERROR { return }
    throw KafkaError(
      code: KafkaErrorCode(code), message: "\(outstanding) records are outstanding after \(milliseconds) ms",
      operation: "flush", isRetriable: true)
  }

  /// Gives up all records in the queue and under way; their reports say ``KafkaErrorCode/purgedFromQueue`` and
  /// ``KafkaErrorCode/purgedInFlight``.
  package func purge() throws(KafkaError) {
    try KafkaError.check(
      unsafe rd_kafka_purge(handle.client.pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT), during: "purge")
  }

  /// The error that finished the producer, `nil` while there is none.
  package var terminalError: KafkaError? { handle.client.terminalError(during: "produce") }
}
