internal import CRdKafka

extension KafkaError {
  /// From a bare code; the message is librdkafka's sentence for it, behind `subject` where one is named.
  init(_ code: rd_kafka_resp_err_t, during operation: String, subject: String? = nil) {
    let code = KafkaErrorCode(code)
    self.init(
      code: code, message: subject.map { "\($0): \(code.explanation)" } ?? code.explanation, operation: operation)
  }

  /// From an error object, which is destroyed.
  init(taking error: OpaquePointer, during operation: String) {
    unsafe self.init(
      code: KafkaErrorCode(rd_kafka_error_code(error)),
      message: String(cString: rd_kafka_error_string(error)),
      operation: operation,
      isFatal: rd_kafka_error_is_fatal(error) != 0,
      isRetriable: rd_kafka_error_is_retriable(error) != 0,
      requiresAbort: rd_kafka_error_txn_requires_abort(error) != 0)
    unsafe rd_kafka_error_destroy(error)
  }

  /// Throws the error that an error object holds, and destroys it; `nil` is success.
  static func check(_ error: OpaquePointer?, during operation: String) throws(KafkaError) {
    if let error = unsafe error { throw unsafe KafkaError(taking: error, during: operation) }
  }

  /// Throws where the code isn't success.
  static func check(_ code: rd_kafka_resp_err_t, during operation: String, subject: String? = nil) throws(KafkaError) {
    if code != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaError(code, during: operation, subject: subject) }
  }
}
