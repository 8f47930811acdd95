import KafkaClient

extension Refusal {
  /// From a delivery report; `nil` for a record that was not refused for good.
  init?(_ report: DeliveryReport) {
    let wayOut: String
    switch report.code {
    case .messageTooLarge, .recordListTooLarge:
      wayOut = "raise its max.message.bytes ('nuqta topics describe' shows it) or lower -X producer.message.max.bytes"
    case .invalidTimestamp: wayOut = "look at its message.timestamp.type and message.timestamp.difference.max.ms"
    case .invalidRecord, .invalidMessage: wayOut = "look at its cleanup.policy and timestamp settings"
    case .policyViolation: wayOut = "the cluster's owner has a rule against it"
    default: return nil
    }
    self.init(
      article: Int(report.tag), topic: report.topic, code: report.code.name,
      explanation: "\(report.code.explanation); \(wayOut)")
  }

  /// From a record that librdkafka itself refuses to send.
  init(article: Int, _ error: KafkaError, topic: String) {
    self.init(
      article: article, topic: topic, code: error.code.name,
      explanation: "\(error.message); raise -X producer.message.max.bytes")
  }
}
