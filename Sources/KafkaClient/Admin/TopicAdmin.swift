internal import CRdKafka
package import Logging

/// Looks at a cluster's topics and makes them.
///
/// Every call has its own deadline.
///
/// `@unchecked Sendable`: it may be handed to another thread, since librdkafka binds nothing to one, but belongs to one thread
/// at a time. It can't be copied, so whoever holds it is the only one.
package struct TopicAdmin: ~Copyable, @unchecked Sendable {
  let handle: ClientHandle

  /// Makes an admin client; nothing is connected yet.
  package init(configuration: ClientConfiguration, logger: Logger) throws(KafkaError) {
    guard configuration.role == .admin else {
      throw KafkaError(
        code: .invalidArgument, message: "the configuration is for a \(configuration.role.rawValue)",
        operation: "make admin")
    }
    handle = unsafe try ClientHandle(configuration, type: RD_KAFKA_PRODUCER, logger: logger)
  }

  /// Takes the errors that librdkafka raised on its own since the last time, such as all brokers being down: the
  /// reason behind a call that timed out.
  ///
  /// The last 64 are kept.
  package func drainErrors() -> [KafkaError] {
    unsafe rd_kafka_poll(handle.pointer, 0)
    return handle.drainErrors()
  }

  /// Why nothing answers, as far as librdkafka has said since the last time: the newest error that says more than that all brokers
  /// are down, which comes behind the others.
  package func drainCause() -> KafkaError? {
    let errors = drainErrors()
    return errors.last { $0.code != .allBrokersDown } ?? errors.last
  }

  /// Runs one admin request with a queue of its own and gives the answer.
  func request(
    _ kind: rd_kafka_admin_op_t, milliseconds: Int32, during operation: String,
    send: (_ options: OpaquePointer?, _ queue: OpaquePointer?) -> Void
  ) throws(KafkaError) -> QueueEvent {
    let options = unsafe rd_kafka_AdminOptions_new(handle.pointer, kind)
    defer { unsafe rd_kafka_AdminOptions_destroy(options) }
    if milliseconds > 0 {
      // The brokers shall not work longer than we wait. Out of librdkafka's range (1 h) its default stands.
      _ = unsafe CText.read { unsafe rd_kafka_AdminOptions_set_request_timeout(options, milliseconds, $0, $1) }
    }
    let queue = EventQueue(handle)
    unsafe send(options, queue.pointer)
    let event = try queue.next(milliseconds: milliseconds, during: operation)
    try event.checkError(during: operation)
    return event
  }
}
