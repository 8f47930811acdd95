internal import CRdKafka
package import Logging

/// A producer whose records, and a consumer's offsets with them, become visible all at once or never.
///
/// `initTransactions`, then again and again: `begin`, produce on the ``Transaction``, `sendOffsets`, `commit`. After a fatal error,
/// or one whose outcome isn't known, make a new producer with the same `transactional.id`: that ends what was left open.
///
/// `@unchecked Sendable`: it may be handed to another thread, since librdkafka binds nothing to one, but belongs to one thread
/// at a time, and its transaction to the same. It can't be copied, so whoever holds it is the only one.
package struct TransactionalProducer: ~Copyable, @unchecked Sendable {
  private let handle: ProducerHandle

  /// Makes a producer; nothing is connected yet.
  ///
  /// The configuration must have a `transactional.id`.
  package init(
    configuration: ClientConfiguration, reporting: DeliveryReporting = .failures, logger: Logger
  ) throws(KafkaError) {
    handle = try ProducerHandle(configuration, role: .transactionalProducer, reporting: reporting, logger: logger)
  }

  /// Takes the `transactional.id` for this producer: fences an earlier one and waits until its open transaction is ended.
  ///
  /// - Parameter milliseconds: how long to wait; -1 is twice `transaction.timeout.ms`.
  /// - Throws: a retriable error while the cluster or the coordinator can't be reached: it goes on in the background, and the
  ///   same call resumes it. A fatal error is one of configuration or authorisation.
  package func initTransactions(milliseconds: Int32 = -1) throws(KafkaError) {
    unsafe try KafkaError.check(
      rd_kafka_init_transactions(handle.client.pointer, milliseconds), during: "init transactions")
  }

  /// Begins a transaction; no broker is asked yet.
  ///
  /// - Throws: ``KafkaErrorCode/invalidState`` where one is open already or `initTransactions` hasn't succeeded.
  package func begin() throws(KafkaError) -> Transaction {
    unsafe try KafkaError.check(rd_kafka_begin_transaction(handle.client.pointer), during: "begin transaction")
    return Transaction(handle)
  }

  /// Serves delivery reports and errors for up to so long (0 only looks) and gives how many were served.
  ///
  /// Commit and abort serve them too.
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

  /// The error that finished the producer, `nil` while there is none.
  package var terminalError: KafkaError? { handle.client.terminalError(during: "produce") }
}
