internal import CRdKafka
internal import Logging

/// What producers of both kinds share: the client and its topics.
///
/// A producer and its open transaction hold it together; the last of them destroys the topics, then the client.
@safe final class ProducerHandle {
  let client: ClientHandle
  private var topics: [(name: String, pointer: OpaquePointer)] = unsafe []
  private var last = 0

  init(
    _ configuration: ClientConfiguration, role: ClientRole, reporting: DeliveryReporting, logger: Logger
  ) throws(KafkaError) {
    guard configuration.role == role else {
      throw KafkaError(
        code: .invalidArgument, message: "the configuration is for a \(configuration.role.rawValue)",
        operation: "make \(role.rawValue)")
    }
    if role == .transactionalProducer, configuration["transactional.id"] == nil {
      throw KafkaError(
        code: .invalidArgument, message: "transactional.id is not set", operation: "make \(role.rawValue)")
    }
    var configuration = configuration
    try configuration.setOwn("delivery.report.only.error", to: reporting == .failures ? "true" : "false")
    client = unsafe try ClientHandle(configuration, type: RD_KAFKA_PRODUCER, logger: logger) { pointer in
      unsafe nuqta_conf_set_partitioner(pointer)
      unsafe rd_kafka_conf_set_dr_msg_cb(pointer, deliveryCallback)
    }
  }

  deinit {
    unsafe topics.forEach { unsafe rd_kafka_topic_destroy($0.pointer) }
  }

  /// Puts a record into the queue: one copy of its key and value, no allocation of ours.
  func produce(
    topic: String, partition: PartitionChoice, key: Span<UInt8>?, value: Span<UInt8>?, timestamp: Int64?, tag: UInt32,
    headers: inout RecordHeaders
  ) throws(KafkaError) {
    let opaque = try opaque(partition, tag)
    let handle = unsafe try self.topic(topic)
    let rk = unsafe client.pointer
    let error: OpaquePointer? = unsafe headers.offer { headers in
      let error = unsafe withBytes(key) { key, keySize in
        unsafe withBytes(value) { value, valueSize in
          unsafe nuqta_produce(rk, handle, opaque, timestamp ?? 0, key, keySize, value, valueSize, headers)
        }
      }
      return unsafe (taken: error == nil, error)
    }
    if let error = unsafe error {
      throw KafkaError(addingTopic: topic, to: unsafe KafkaError(taking: error, during: "produce"))
    }
  }

  /// Serves delivery reports and errors, and gives how many were served.
  func poll(milliseconds: Int32) -> Int { Int(unsafe rd_kafka_poll(client.pointer, milliseconds)) }

  func takeReports() -> [DeliveryReport] {
    if client.context.reports.isEmpty { return [] }
    defer { client.context.reports = [] }
    return client.context.reports
  }

  /// Records and requests not yet acknowledged, and reports not yet served.
  var outstanding: Int { Int(unsafe rd_kafka_outq_len(client.pointer)) }

  private func opaque(_ partition: PartitionChoice, _ tag: UInt32) throws(KafkaError) -> UInt64 {
    guard tag <= DeliveryReport.maximumTag else {
      throw KafkaError(code: .invalidArgument, message: "tag \(tag) is above 2^31 - 1", operation: "produce")
    }
    switch partition {
    case .number(let number):
      guard number >= 0 else {
        throw KafkaError(code: .invalidArgument, message: "partition \(number) is below 0", operation: "produce")
      }
      return nuqta_opaque(UInt32(number), UInt32(NUQTA_ROUTE_NUMBER), tag)
    case .likeKey(let hash): return nuqta_opaque(hash, UInt32(NUQTA_ROUTE_HASH), tag)
    case .byKey: return nuqta_opaque(0, UInt32(NUQTA_ROUTE_KEY), tag)
    }
  }

  private func topic(_ name: String) throws(KafkaError) -> OpaquePointer {
    if unsafe last < topics.count && topics[last].name == name { return unsafe topics[last].pointer }
    for index in unsafe topics.indices where unsafe topics[index].name == name {
      last = index
      return unsafe topics[index].pointer
    }
    guard let pointer = unsafe rd_kafka_topic_new(client.pointer, name, nil) else {
      throw KafkaError(rd_kafka_last_error(), during: "produce", subject: name)
    }
    last = unsafe topics.count
    unsafe topics.append((name, pointer))
    return unsafe pointer
  }
}

extension KafkaError {
  /// An error with the topic named in its message.
  fileprivate init(addingTopic topic: String, to error: KafkaError) {
    self.init(
      code: error.code, message: "\(topic): \(error.message)", operation: error.operation, isFatal: error.isFatal,
      isRetriable: error.isRetriable || error.code == .queueFull, requiresAbort: error.requiresAbort)
  }
}
