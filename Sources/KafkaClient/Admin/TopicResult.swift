/// What came of a request for one topic of several.
package struct TopicResult: Hashable, Sendable {
  package let topic: String
  /// `nil` is success; ``KafkaErrorCode/topicAlreadyExists`` where the topic was there before.
  package let error: KafkaError?
}
