internal import CRdKafka

extension Consumer {
  /// The next event; `nil` where none comes in time.
  ///
  /// It may return `nil` early.
  ///
  /// To be called at least every `max.poll.interval.ms`, also while all is paused. After `.assigned` and `.revoked` the answer
  /// has to come before the next poll.
  ///
  /// - Parameter milliseconds: how long to wait; 0 only looks, -1 waits for ever.
  package func poll(milliseconds: Int32) -> ConsumerEvent? {
    let context = handle.context
    if context.events.isEmpty, let message = unsafe rd_kafka_consumer_poll(handle.pointer, milliseconds) {
      defer { unsafe rd_kafka_message_destroy(message) }
      return unsafe event(message)
    }
    return context.events.isEmpty ? nil : context.events.removeFirst()
  }

  private func event(_ pointer: UnsafeMutablePointer<rd_kafka_message_t>) -> ConsumerEvent {
    let message = unsafe pointer.pointee
    let name = unsafe message.rkt.flatMap { unsafe rd_kafka_topic_name($0) }
    let topic = unsafe name.map { unsafe handle.context.topics.name($0) } ?? ""
    let place = unsafe TopicPartition(topic: topic, partition: message.partition)
    switch unsafe message.err {
    case RD_KAFKA_RESP_ERR_NO_ERROR:
      return unsafe .message(
        ConsumedMessage(
          topic: topic, partition: message.partition, offset: message.offset, timestamp: timestamp(pointer),
          key: bytes(message.key, message.key_len), value: bytes(message.payload, message.len),
          headers: headers(pointer)))
    case RD_KAFKA_RESP_ERR__PARTITION_EOF:
      return unsafe .partitionEnd(place, offset: message.offset)
    case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET where unsafe message.offset >= 0:
      // Without a number the position was never known (nothing committed, a query failed): that is an error.
      return unsafe .outOfRange(place, offset: message.offset)
    case RD_KAFKA_RESP_ERR__FATAL:
      if let error = handle.terminalError(during: "consume") { return .error(error) }
      return .error(KafkaError(RD_KAFKA_RESP_ERR__FATAL, during: "consume"))
    case let code:
      let reason = unsafe rd_kafka_message_errstr(pointer).map { unsafe String(cString: $0) }
      let text = reason ?? KafkaErrorCode(code).explanation
      let known = topic.isEmpty || place.partition < 0
      return .error(
        KafkaError(
          code: KafkaErrorCode(code), message: known ? text : "\(place): \(text)", operation: "consume"))
    }
  }

  private func timestamp(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> Int64? {
    var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
    let time = unsafe rd_kafka_message_timestamp(message, &kind)
    return kind == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE || time < 0 ? nil : time
  }

  private func bytes(_ start: UnsafeMutableRawPointer?, _ count: Int) -> [UInt8]? {
    guard let start = unsafe start else { return nil }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  private func headers(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> [MessageHeader] {
    var list: OpaquePointer?
    guard unsafe rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR else { return [] }
    var headers: [MessageHeader] = []
    unsafe headers.reserveCapacity(rd_kafka_header_cnt(list))
    while true {
      var name: UnsafePointer<CChar>?
      var value: UnsafeRawPointer?
      var size = 0
      let code = unsafe rd_kafka_header_get_all(list, headers.count, &name, &value, &size)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let name = unsafe name else { return headers }
      let bytes = unsafe value.map { unsafe [UInt8](UnsafeRawBufferPointer(start: $0, count: size)) }
      unsafe headers.append(MessageHeader(name: String(cString: name), value: bytes))
    }
  }
}
