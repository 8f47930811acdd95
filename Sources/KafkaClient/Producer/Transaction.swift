internal import CRdKafka

/// An open transaction.
///
/// It can't be copied, and `commit` and `abort` use it up, so it can't be ended twice: that doesn't compile. Where it
/// isn't ended yet, their outcome gives it back.
///
/// It holds the producer's client. To let go of it without ending it leaves it open at the brokers: readers wait until the id is
/// taken anew with `initTransactions` or `transaction.timeout.ms` is over. Belongs to its producer's thread.
package struct Transaction: ~Copyable {
  private let handle: ProducerHandle

  init(_ handle: ProducerHandle) {
    self.handle = handle
  }

  /// Puts a record into the queue and returns; key and value are copied once.
  ///
  /// - Parameters:
  ///   - key: `nil` is a null key, not the same as an empty one.
  ///   - value: `nil` is a null value: a tombstone on a compacted topic.
  ///   - timestamp: milliseconds since 1970; `nil` and 0 are the time of the call.
  ///   - tag: given back with the delivery report; at most ``DeliveryReport/maximumTag``.
  ///   - headers: taken where the record is accepted, left where it is refused.
  /// - Throws: ``KafkaErrorCode/queueFull``: poll the producer, then try again. ``KafkaErrorCode/messageTooLarge``,
  ///   ``KafkaErrorCode/unknownTopic``, ``KafkaErrorCode/unknownPartition``: this record can't be produced; the transaction is
  ///   as it was. ``KafkaErrorCode/invalidState``: the transaction has failed; `commit` says why.
  package borrowing func produce(
    to topic: String, partition: PartitionChoice, key: Span<UInt8>?, value: Span<UInt8>?, timestamp: Int64? = nil,
    tag: UInt32 = 0, headers: inout RecordHeaders
  ) throws(KafkaError) {
    try handle.produce(
      topic: topic, partition: partition, key: key, value: value, timestamp: timestamp, tag: tag, headers: &headers)
  }

  /// Makes a consumer's offsets (each the one *behind* the last record done) part of the transaction.
  ///
  /// Not resumable: after a retriable error make the same call with the same offsets.
  ///
  /// - Parameters:
  ///   - group: the consumer's place in its group, taken now.
  ///   - milliseconds: at most what is left of the transaction, which is -1. librdkafka 2.0.2 waits longer while the group's
  ///     coordinator can't be reached (#5456): let a watchdog look at the thread.
  package borrowing func sendOffsets(
    _ offsets: [PartitionOffset], group: borrowing GroupMetadata, milliseconds: Int32 = -1
  ) throws(KafkaError) {
    let list = PartitionList(offsets)
    unsafe try KafkaError.check(
      rd_kafka_send_offsets_to_transaction(handle.client.pointer, list.pointer, group.pointer, milliseconds),
      during: "send offsets to transaction")
  }

  /// Waits for all records and makes them and the offsets visible.
  ///
  /// - Parameter milliseconds: how long to wait; -1, which librdkafka advises, is until the transaction times out.
  package consuming func commit(milliseconds: Int32 = -1) -> TransactionOutcome {
    let error = unsafe rd_kafka_commit_transaction(handle.client.pointer, milliseconds)
    return unsafe TransactionOutcome(self, error, during: "commit transaction")
  }

  /// Gives up all records and offsets.
  ///
  /// - Parameter milliseconds: how long to wait; -1, which librdkafka advises, is until the transaction times out.
  package consuming func abort(milliseconds: Int32 = -1) -> TransactionOutcome {
    let error = unsafe rd_kafka_abort_transaction(handle.client.pointer, milliseconds)
    return unsafe TransactionOutcome(self, error, during: "abort transaction")
  }
}
