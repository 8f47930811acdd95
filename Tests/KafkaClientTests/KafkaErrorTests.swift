import Testing

@testable import KafkaClient

@Suite struct KafkaErrorTests {
  @Test(arguments: [
    (KafkaErrorCode.fenced, "_FENCED"), (.queueFull, "_QUEUE_FULL"), (.timedOut, "_TIMED_OUT"),
    (.allBrokersDown, "_ALL_BROKERS_DOWN"), (.purgedInFlight, "_PURGE_INFLIGHT"),
    (.noUsablePosition, "_AUTO_OFFSET_RESET"), (.unknownTopicOrPartition, "UNKNOWN_TOPIC_OR_PART"),
    (.topicAlreadyExists, "TOPIC_ALREADY_EXISTS"), (.invalidTransactionState, "INVALID_TXN_STATE"),
    (.messageTooLarge, "MSG_SIZE_TOO_LARGE"),
    (.transactionalIDAuthorizationFailed, "TRANSACTIONAL_ID_AUTHORIZATION_FAILED"),
  ])
  func codesHaveLibrdkafkasNames(code: KafkaErrorCode, name: String) {
    #expect(code.name == name)
    #expect(!code.explanation.isEmpty)
  }

  @Test func anUnknownCodeHasANameAllTheSame() {
    #expect(KafkaErrorCode(rawValue: 12_345).name.contains("12345"))
  }

  @Test func descriptionSaysWhatAndWhyAndHowBad() {
    let error = KafkaError(
      code: .fenced, message: "another producer has the id", operation: "commit transaction", isFatal: true)
    #expect("\(error)" == "commit transaction: another producer has the id (_FENCED, fatal)")
    let other = KafkaError(
      code: .timedOut, message: "late", operation: "flush", isRetriable: true, requiresAbort: true)
    #expect("\(other)" == "flush: late (_TIMED_OUT, requires abort, retriable)")
  }
}
