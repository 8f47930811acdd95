internal import CRdKafka
internal import Glibc

extension TopicAdmin {
  /// A topic as it is now; `nil` where there is none.
  ///
  /// Does not make it.
  package func description(of topic: String, milliseconds: Int32) throws(KafkaError) -> TopicDescription? {
    let operation = "describe topic"
    guard let handleOfTopic = unsafe rd_kafka_topic_new(handle.pointer, topic, nil) else {
      throw KafkaError(rd_kafka_last_error(), during: operation, subject: topic)
    }
    defer { unsafe rd_kafka_topic_destroy(handleOfTopic) }
    var pointer: UnsafePointer<rd_kafka_metadata>?
    let code = unsafe rd_kafka_metadata(handle.pointer, 0, handleOfTopic, &pointer, milliseconds)
    defer { unsafe rd_kafka_metadata_destroy(pointer) }
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata = unsafe pointer?.pointee else {
      throw KafkaError(
        code: KafkaErrorCode(code), message: "\(topic): \(KafkaErrorCode(code).explanation)", operation: operation,
        isRetriable: code == RD_KAFKA_RESP_ERR__TIMED_OUT || code == RD_KAFKA_RESP_ERR__TRANSPORT)
    }
    for index in 0..<Int(unsafe metadata.topic_cnt) {
      let entry = unsafe metadata.topics[index]
      guard unsafe strcmp(entry.topic, topic) == 0 else { continue }
      switch unsafe entry.err {
      case RD_KAFKA_RESP_ERR_NO_ERROR: return unsafe TopicDescription(name: topic, partitions: partitions(entry))
      case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC: return nil
      case let code:
        throw KafkaError(
          code: KafkaErrorCode(code), message: "\(topic): \(KafkaErrorCode(code).explanation)", operation: operation,
          isRetriable: code == RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
      }
    }
    return nil
  }

  /// Waits until all topics are seen with a leader for every partition.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut`` with the topics that aren't.
  package func waitUntilVisible(_ topics: [String], milliseconds: Int32) throws(KafkaError) {
    let deadline = Deadline(milliseconds: milliseconds)
    var missing = topics
    while true {
      var next: [String] = []
      for topic in missing {
        do throws(KafkaError) {
          let description = try description(of: topic, milliseconds: deadline.remaining(atMost: 10_000))
          if description?.hasAllLeaders != true { next.append(topic) }
        } catch {
          guard error.isRetriable else { throw error }
          next.append(topic)
        }
      }
      missing = next
      if missing.isEmpty { return }
      if deadline.hasPassed {
        throw KafkaError(
          code: .timedOut, message: "not to be seen within \(milliseconds) ms: \(missing.joined(separator: ", "))",
          operation: "wait for topics", isRetriable: true)
      }
      usleep(UInt32(clamping: deadline.remaining(atMost: 100)) * 1000)
    }
  }

  private func partitions(_ topic: rd_kafka_metadata_topic) -> [TopicDescription.Partition] {
    let entries = unsafe UnsafeBufferPointer(start: topic.partitions, count: Int(topic.partition_cnt))
    return unsafe entries.map { entry in
      unsafe TopicDescription.Partition(
        number: entry.id, leader: entry.leader < 0 ? nil : entry.leader,
        replicas: Array(UnsafeBufferPointer(start: entry.replicas, count: Int(entry.replica_cnt))),
        inSync: Array(UnsafeBufferPointer(start: entry.isrs, count: Int(entry.isr_cnt))))
    }.sorted { $0.number < $1.number }
  }
}
