internal import CRdKafka

extension TopicAdmin {
  /// Makes topics; each has its own result.
  ///
  /// They may take a moment to be seen: ``waitUntilVisible(_:milliseconds:)``.
  package func create(_ topics: [NewTopic], milliseconds: Int32) throws(KafkaError) -> [TopicResult] {
    let operation = "create topics"
    var pointers: [OpaquePointer?] = unsafe []
    defer { unsafe pointers.forEach { unsafe rd_kafka_NewTopic_destroy($0) } }
    for topic in topics { unsafe pointers.append(try newTopic(topic, during: operation)) }
    if topics.isEmpty { return [] }
    let event = unsafe try request(RD_KAFKA_ADMIN_OP_CREATETOPICS, milliseconds: milliseconds, during: operation) {
      options, queue in
      unsafe pointers.withUnsafeMutableBufferPointer { pointers in
        unsafe rd_kafka_CreateTopics(handle.pointer, pointers.baseAddress, pointers.count, options, queue)
      }
    }
    var count = 0
    let results = unsafe rd_kafka_CreateTopics_result_topics(
      rd_kafka_event_CreateTopics_result(event.pointer), &count)
    return unsafe topicResults(results, count, during: operation)
  }

  /// Deletes topics with all their records; each has its own result.
  package func delete(_ topics: [String], milliseconds: Int32) throws(KafkaError) -> [TopicResult] {
    let operation = "delete topics"
    if topics.isEmpty { return [] }
    var pointers = unsafe topics.map { unsafe rd_kafka_DeleteTopic_new($0) }
    defer { unsafe pointers.forEach { unsafe rd_kafka_DeleteTopic_destroy($0) } }
    let event = unsafe try request(RD_KAFKA_ADMIN_OP_DELETETOPICS, milliseconds: milliseconds, during: operation) {
      options, queue in
      unsafe pointers.withUnsafeMutableBufferPointer { pointers in
        unsafe rd_kafka_DeleteTopics(handle.pointer, pointers.baseAddress, pointers.count, options, queue)
      }
    }
    var count = 0
    let results = unsafe rd_kafka_DeleteTopics_result_topics(
      rd_kafka_event_DeleteTopics_result(event.pointer), &count)
    return unsafe topicResults(results, count, during: operation)
  }

  private func newTopic(_ topic: NewTopic, during operation: String) throws(KafkaError) -> OpaquePointer {
    let (pointer, reason) = unsafe CText.read {
      unsafe rd_kafka_NewTopic_new(topic.name, topic.partitionCount, topic.replicationFactor, $0, $1)
    }
    guard let pointer = unsafe pointer else {
      throw KafkaError(code: .invalidArgument, message: "\(topic.name): \(reason)", operation: operation)
    }
    for (name, value) in topic.configuration.sorted(by: { $0.key < $1.key }) {
      let code = unsafe rd_kafka_NewTopic_set_config(pointer, name, value)
      if code != RD_KAFKA_RESP_ERR_NO_ERROR {
        unsafe rd_kafka_NewTopic_destroy(pointer)
        throw KafkaError(code, during: operation, subject: "\(topic.name), \(name)")
      }
    }
    return unsafe pointer
  }

  private func topicResults(
    _ results: UnsafeMutablePointer<OpaquePointer?>?, _ count: Int, during operation: String
  ) -> [TopicResult] {
    unsafe UnsafeBufferPointer(start: results, count: results == nil ? 0 : count).map { result in
      let topic = unsafe String(cString: rd_kafka_topic_result_name(result))
      let code = unsafe rd_kafka_topic_result_error(result)
      if code == RD_KAFKA_RESP_ERR_NO_ERROR { return TopicResult(topic: topic, error: nil) }
      let reason = unsafe rd_kafka_topic_result_error_string(result).map { unsafe String(cString: $0) }
      let text = reason ?? KafkaErrorCode(code).explanation
      return TopicResult(
        topic: topic,
        error: KafkaError(code: KafkaErrorCode(code), message: "\(topic): \(text)", operation: operation))
    }
  }
}
