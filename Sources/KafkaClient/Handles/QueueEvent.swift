internal import CRdKafka

/// The owner of a `rd_kafka_event_t`.
@safe struct QueueEvent: ~Copyable {
  let pointer: OpaquePointer

  init(taking pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  deinit {
    unsafe rd_kafka_event_destroy(pointer)
  }

  /// Throws the error of the request as a whole.
  borrowing func checkError(during operation: String) throws(KafkaError) {
    let code = unsafe rd_kafka_event_error(pointer)
    if code == RD_KAFKA_RESP_ERR_NO_ERROR { return }
    let reason = unsafe rd_kafka_event_error_string(pointer).map { unsafe String(cString: $0) }
    throw KafkaError(
      code: KafkaErrorCode(code), message: reason ?? KafkaErrorCode(code).explanation, operation: operation,
      isFatal: unsafe rd_kafka_event_error_is_fatal(pointer) != 0,
      isRetriable: code == RD_KAFKA_RESP_ERR__TIMED_OUT)
  }

  /// Throws the first error that stands at a partition of the answer.
  borrowing func checkPartitions(during operation: String) throws(KafkaError) {
    guard let list = unsafe rd_kafka_event_topic_partition_list(pointer) else { return }
    // The list is the event's own: looked at, not freed.
    for index in 0..<Int(unsafe list.pointee.cnt) {
      let element = unsafe list.pointee.elems[index]
      if unsafe element.err != RD_KAFKA_RESP_ERR_NO_ERROR {
        let name = unsafe "\(String(cString: element.topic))[\(element.partition)]"
        throw unsafe KafkaError(element.err, during: operation, subject: name)
      }
    }
  }
}
