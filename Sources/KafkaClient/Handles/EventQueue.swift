internal import CRdKafka

/// A queue of our own that librdkafka answers one request on.
@safe struct EventQueue: ~Copyable {
  private let handle: ClientHandle
  let pointer: OpaquePointer?

  init(_ handle: ClientHandle) {
    self.handle = handle
    unsafe pointer = rd_kafka_queue_new(handle.pointer)
  }

  deinit {
    // An answer that comes later is dropped by librdkafka.
    unsafe rd_kafka_queue_destroy(pointer)
  }

  /// The answer.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut``, retriable, where none comes in time.
  borrowing func next(milliseconds: Int32, during operation: String) throws(KafkaError) -> QueueEvent {
    let deadline = Deadline(milliseconds: milliseconds)
    repeat {
      if let event = unsafe rd_kafka_queue_poll(pointer, deadline.remaining) { return unsafe QueueEvent(taking: event) }
    } while !deadline.hasPassed
    throw KafkaError(
      code: .timedOut, message: "no answer within \(milliseconds) ms", operation: operation, isRetriable: true)
  }
}
