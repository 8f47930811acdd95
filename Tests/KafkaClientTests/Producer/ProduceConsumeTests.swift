import Testing

@testable import KafkaClient

@Suite(.timeLimit(.minutes(20))) struct ProduceConsumeTests {
  @Test func everyPartOfARecordArrives() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    var headers = RecordHeaders(capacity: 1)

    headers.add(name: "text", value: "قيمة".utf8.span)
    headers.add(name: "null", value: nil)
    headers.add(name: "empty", value: [UInt8]().span)
    headers.add(name: "text".utf8.span, value: "again".utf8.span)
    #expect(headers.count == 4)
    try producer.produce(
      to: "t", partition: .number(0), key: "key".utf8.span, value: [UInt8]([0, 255, 10]).span,
      timestamp: 1_700_000_000_123, tag: 1, headers: &headers)
    #expect(headers.count == 0)
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, tag: 2, headers: &headers)
    try producer.produce(
      to: "t", partition: .number(0), key: [UInt8]().span, value: [UInt8]().span, timestamp: 1, tag: 3,
      headers: &headers)
    headers.add(name: "x", value: nil)
    headers.removeAll()
    try producer.produce(
      to: "t", partition: .number(0), key: nil, value: "v".utf8.span, tag: DeliveryReport.maximumTag,
      headers: &headers)
    try producer.flush(milliseconds: 10_000)

    let reports = producer.drainDeliveryReports()
    #expect(reports.map(\.tag) == [1, 2, 3, DeliveryReport.maximumTag])
    #expect(reports.map(\.offset) == [0, 1, 2, 3])
    #expect(reports.allSatisfy { $0.isDelivered && $0.topic == "t" && $0.partition == 0 })
    #expect(producer.drainDeliveryReports().isEmpty)
    #expect(producer.outstanding == 0)

    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(topic: "t", partition: 0, offset: PartitionOffset.beginning)])
    let messages = consumer.readToEnd()
    try #require(messages.count == 4)
    #expect(
      messages[0]
        == ConsumedMessage(
          topic: "t", partition: 0, offset: 0, timestamp: 1_700_000_000_123, key: "key".bytes, value: [0, 255, 10],
          headers: [
            MessageHeader(name: "text", value: "قيمة".bytes), MessageHeader(name: "null", value: nil),
            MessageHeader(name: "empty", value: []), MessageHeader(name: "text", value: "again".bytes),
          ]))
    #expect(messages[1].key == nil && messages[1].value == nil && messages[1].headers.isEmpty)
    #expect((messages[1].timestamp ?? 0) > 1_700_000_000_000)
    #expect(messages[2].key == [] && messages[2].value == [] && messages[2].timestamp == 1)
    #expect(messages[3].headers.isEmpty && messages[3].offset == 3)
  }

  @Test func aFullQueueSaysSoAndKeepsTheHeaders() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.producer(
      cluster.bootstrapServers,
      [
        ConfigurationProperty("queue.buffering.max.messages", "2"),
        ConfigurationProperty("linger.ms", "10000"),
      ])
    var headers = RecordHeaders()
    for _ in 0..<2 {
      try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, headers: &headers)
    }
    headers.add(name: "h", value: nil)
    let error = #expect(throws: KafkaError.self) {
      try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, headers: &headers)
    }
    #expect(error?.code == .queueFull)
    #expect(error?.isRetriable == true)
    #expect(error?.message.contains("t") == true)
    #expect(headers.count == 1)
    try producer.flush(milliseconds: 10_000)
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, headers: &headers)
    #expect(headers.count == 0)
    try producer.flush(milliseconds: 10_000)
    #expect(producer.drainDeliveryReports().count { $0.isDelivered } == 3)
  }

  @Test func whatIsTooLargeIsRefused() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    let producer = try Fixtures.producer(cluster.bootstrapServers, [ConfigurationProperty("message.max.bytes", "2000")])
    var headers = RecordHeaders()
    let error = #expect(throws: KafkaError.self) {
      try producer.produce(
        to: "t", partition: .number(0), key: nil, value: [UInt8](repeating: 1, count: 4000).span, headers: &headers)
    }
    #expect(error?.code == .messageTooLarge)
  }

  @Test func failedDeliveriesAreReported() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    cluster.failNext(.produce, with: [.messageTooLarge])
    let configuration = try ClientConfiguration(role: .producer, brokers: cluster.bootstrapServers)
    let producer = try PlainProducer(configuration: configuration, reporting: .failures, logger: Fixtures.logger)
    var headers = RecordHeaders()
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, tag: 7, headers: &headers)
    try producer.flush(milliseconds: 10_000)
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, tag: 8, headers: &headers)
    try producer.flush(milliseconds: 10_000)
    let reports = producer.drainDeliveryReports()
    #expect(reports.map(\.tag) == [7])
    #expect(reports.first?.code == .messageTooLarge)
  }

  @Test func whatCannotBeSentIsOutstandingUntilItIsPurged() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    try cluster.takeDown(broker: -1)
    var headers = RecordHeaders()
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, tag: 5, headers: &headers)
    let error = #expect(throws: KafkaError.self) { try producer.flush(milliseconds: 50) }
    #expect(error?.code == .timedOut && error?.isRetriable == true)
    #expect(producer.outstanding >= 1)
    try producer.purge()
    try producer.flush(milliseconds: 1000)
    let reports = producer.drainDeliveryReports()
    #expect(reports.map(\.tag) == [5])
    #expect(reports.first.map { [.purgedFromQueue, .purgedInFlight].contains($0.code) } == true)
    #expect(producer.drainErrors().contains { $0.code == .allBrokersDown || $0.code == .transport })
  }
}
