internal import CRdKafka
internal import Logging

/// The one owner of a `rd_kafka_t`.
///
/// Order of destruction, which ownership enforces: lists, messages, headers, queues and topics are freed by the calls and
/// objects that made them, and those hold this object; then the client is destroyed; then the context its callbacks use is
/// let go. A consumer leaves its group in ``Consumer/close(milliseconds:)`` or not at all.
///
/// Belongs to one thread at a time. It may be made on one and used on another, since librdkafka binds nothing to a thread.
@safe final class ClientHandle {
  let pointer: OpaquePointer
  let context: CallbackContext

  /// Makes a client.
  ///
  /// `prepare` sets what isn't text, such as callbacks.
  init(
    _ configuration: ClientConfiguration, type: rd_kafka_type_t, logger: Logger,
    prepare: (OpaquePointer?) -> Void = { _ in }
  ) throws(KafkaError) {
    let handle = try ConfigurationHandle(configuration)
    let context = CallbackContext(logger: logger)
    let opaque = unsafe Unmanaged.passRetained(context)
    unsafe handle.withPointer { pointer in
      unsafe rd_kafka_conf_set_opaque(pointer, opaque.toOpaque())
      unsafe rd_kafka_conf_set_log_cb(pointer, logCallback)
      unsafe rd_kafka_conf_set_error_cb(pointer, errorCallback)
      unsafe prepare(pointer)
    }
    do throws(KafkaError) {
      unsafe pointer = try handle.makeClient(type, during: "make \(configuration.role.rawValue)")
    } catch {
      unsafe opaque.release()
      throw error
    }
    self.context = context
  }

  deinit {
    // Never waits for a group: who wants to leave in order closes the consumer.
    unsafe rd_kafka_destroy_flags(pointer, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
    // The client held a reference since `init`, and calls back until here.
    unsafe Unmanaged.passUnretained(context).release()
  }

  /// The error that finished the client, `nil` while there is none.
  func terminalError(during operation: String) -> KafkaError? {
    let (code, reason) = unsafe CText.read { unsafe rd_kafka_fatal_error(pointer, $0, $1) }
    guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
    return KafkaError(code: KafkaErrorCode(code), message: reason, operation: operation, isFatal: true)
  }

  /// Takes the errors that librdkafka raised on its own since the last time, `_FATAL` replaced by what is behind it.
  func drainErrors() -> [KafkaError] {
    context.takeErrors().map { error in
      error.code == .fatal ? terminalError(during: error.operation) ?? error : error
    }
  }
}
