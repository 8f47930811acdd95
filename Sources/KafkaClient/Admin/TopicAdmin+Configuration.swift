internal import CRdKafka

extension TopicAdmin {
  /// All properties of a topic, by name; `nil` where there is no such topic.
  package func configuration(of topic: String, milliseconds: Int32) throws(KafkaError) -> [TopicProperty]? {
    let operation = "describe topic configuration"
    var resource: OpaquePointer? = unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
    guard unsafe resource != nil else {
      throw KafkaError(code: .invalidArgument, message: "a topic needs a name", operation: operation)
    }
    defer { unsafe rd_kafka_ConfigResource_destroy(resource) }
    let event = unsafe try request(RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, milliseconds: milliseconds, during: operation) {
      options, queue in
      unsafe rd_kafka_DescribeConfigs(handle.pointer, &resource, 1, options, queue)
    }
    var count = 0
    let results = unsafe rd_kafka_DescribeConfigs_result_resources(
      rd_kafka_event_DescribeConfigs_result(event.pointer), &count)
    guard count > 0, let result = unsafe results?[0] else { return nil }
    let code = unsafe rd_kafka_ConfigResource_error(result)
    if code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART { return nil }
    if code != RD_KAFKA_RESP_ERR_NO_ERROR {
      let reason = unsafe rd_kafka_ConfigResource_error_string(result).map { unsafe String(cString: $0) }
      throw KafkaError(
        code: KafkaErrorCode(code), message: "\(topic): \(reason ?? KafkaErrorCode(code).explanation)",
        operation: operation)
    }
    let entries = unsafe rd_kafka_ConfigResource_configs(result, &count)
    return unsafe UnsafeBufferPointer(start: entries, count: entries == nil ? 0 : count).map { entry in
      let value = unsafe rd_kafka_ConfigEntry_value(entry).map { unsafe String(cString: $0) }
      return unsafe TopicProperty(
        name: String(cString: rd_kafka_ConfigEntry_name(entry)),
        value: rd_kafka_ConfigEntry_is_sensitive(entry) == 1 ? nil : value,
        isSetOnTopic: rd_kafka_ConfigEntry_source(entry) == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG)
    }.sorted { $0.name < $1.name }
  }
}
