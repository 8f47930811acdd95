import Testing

@testable import KafkaClient

/// Nothing hangs or crashes, in whatever order things are let go.
///
/// The leak checker runs over these.
@Suite(.timeLimit(.minutes(20))) struct LifetimeTests {
  @Test func clientsThatNeverConnected() throws {
    _ = try Fixtures.consumer("127.0.0.1:1")
    _ = try Fixtures.producer("127.0.0.1:1")
    _ = try Fixtures.transactionalProducer("127.0.0.1:1")
    try Fixtures.consumer("127.0.0.1:1").close(milliseconds: 5000)
  }

  @Test func aConsumerWithoutAGroup() throws {
    let configuration = try ClientConfiguration(role: .consumer, brokers: "127.0.0.1:1")
    let consumer = try Consumer(configuration: configuration, logger: Fixtures.logger)
    let error = #expect(throws: KafkaError.self) { _ = try consumer.groupMetadata() }
    #expect(error?.code == .invalidState)
    #expect(throws: KafkaError.self) { try consumer.subscribe(to: ["t"]) }
    try consumer.close(milliseconds: 1000)
  }

  @Test func aConsumerThatIsJoining() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    for wait: Int32 in [0, 50, 300] {
      let consumer = try Fixtures.consumer(cluster.bootstrapServers, group: "g\(wait)")
      try consumer.subscribe(to: ["t"])
      _ = consumer.poll(milliseconds: wait)
      try consumer.close(milliseconds: 10_000)
    }
    // And one that is only let go.
    let consumer = try Fixtures.consumer(cluster.bootstrapServers, group: "dropped")
    try consumer.subscribe(to: ["t"])
    _ = consumer.poll(milliseconds: 100)
  }

  @Test(arguments: [true, false]) func anAssignmentThatNobodyAnswered(closes: Bool) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.subscribe(to: ["t"])
    #expect(consumer.events { $0.assigned != nil }.last?.assigned?.count == 2)
    if closes { try consumer.close(milliseconds: 10_000) }
  }

  @Test(arguments: [true, false]) func aRevocationThatNobodyAnswered(closes: Bool) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(
      cluster.bootstrapServers, [ConfigurationProperty("heartbeat.interval.ms", "200")])
    try consumer.subscribe(to: ["t"])
    let assigned = try #require(consumer.events { $0.assigned != nil }.last?.assigned)
    try consumer.assign(assigned.map { PartitionOffset($0, offset: 0) })
    cluster.failNext(.heartbeat, with: [.illegalGeneration])
    #expect(consumer.events { $0.revoked != nil }.last?.revoked == assigned)
    if closes { try consumer.close(milliseconds: 10_000) }
  }

  @Test func unassignAnswersAnAssignmentToo() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.subscribe(to: ["t"])
    #expect(consumer.events { $0.assigned != nil }.last?.assigned?.count == 1)
    try consumer.unassign()
    #expect(try consumer.assignment().isEmpty)
    try consumer.close(milliseconds: 10_000)
  }

  @Test func aCloseEndsInTimeWhenTheClusterIsGone() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.subscribe(to: ["t"])
    let assigned = try #require(consumer.events { $0.assigned != nil }.last?.assigned)
    try consumer.assign(assigned.map { PartitionOffset($0, offset: 0) })
    try cluster.takeDown(broker: -1)
    let start = ContinuousClock.now
    // It may leave in time or not; it must not hang.
    do throws(KafkaError) { try consumer.close(milliseconds: 1000) } catch { #expect(error.code == .timedOut) }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func theClusterGoesFirst() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    let brokers = cluster.bootstrapServers
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(brokers)
    try consumer.assign([PartitionOffset(topic: "t", partition: 0, offset: 0)])
    _ = consumer.events(until: \.isPartitionEnd)
    let producer = try Fixtures.producer(brokers)
    var headers = RecordHeaders()
    try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, headers: &headers)
    letGo(cluster)
    _ = consumer.poll(milliseconds: 100)
    producer.poll(milliseconds: 10)
  }

  @Test func recordsUnderWayAndHeadersUnsent() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    var headers = RecordHeaders()
    do {
      let producer = try Fixtures.producer(cluster.bootstrapServers, [ConfigurationProperty("linger.ms", "60000")])
      for _ in 0..<100 {
        headers.add(name: "h", value: "v".utf8.span)
        try producer.produce(to: "t", partition: .number(0), key: nil, value: "v".utf8.span, headers: &headers)
      }
      headers.add(name: "left", value: nil)
    }
    #expect(headers.count == 1)
  }

  @Test func aTransactionOutlivesItsProducer() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers)
    try producer.initTransactions(milliseconds: 10_000)
    let transaction = try producer.begin()
    letGo(producer)
    var headers = RecordHeaders()
    try transaction.produce(to: "t", partition: .number(0), key: nil, value: nil, headers: &headers)
    guard case .ended = transaction.commit() else {
      Issue.record("not ended")
      return
    }
  }

  @Test func aTransactionThatIsLetGo() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers)
    try producer.initTransactions(milliseconds: 10_000)
    letGo(try producer.begin())
    let error = #expect(throws: KafkaError.self) { _ = try producer.begin() }
    #expect(error?.code == .invalidState)
  }

  @Test func aConsumerMovesToAnotherThread() async throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(topic: "t", partition: 0, offset: 0)])
    let count = await Task.detached { consumer.readToEnd().count }.value
    #expect(count == 1)
  }

  @Test func aClusterNeedsABroker() {
    #expect(throws: KafkaError.self) { _ = try EmbeddedCluster(brokerCount: 0, logger: Fixtures.logger) }
  }

  private func letGo<Value: ~Copyable>(_ value: consuming Value) {}
}
