import Testing

@testable import KafkaClient

/// What every broker that Nuqta runs on has to do; on the brokers that `NUQTA_TEST_BROKERS` names, for example
/// `NUQTA_TEST_BROKERS=127.0.0.1:9092 swift test --filter BrokerTests`.
@Suite(
  .enabled(if: TestBrokers.named != nil, "NUQTA_TEST_BROKERS names no brokers"), .serialized,
  .timeLimit(.minutes(20)))
struct BrokerTests {
  private let brokers = TestBrokers.named ?? ""
  private let run = String(UInt32.random(in: 0...UInt32.max), radix: 36)

  private func admin() throws -> TopicAdmin {
    try TopicAdmin(
      configuration: ClientConfiguration(role: .admin, brokers: brokers), logger: Fixtures.logger)
  }

  /// Topics that are gone afterwards.
  private func withTopics(_ names: [String], partitions: Int32 = 2, _ body: () throws -> Void) throws {
    let admin = try admin()
    let results = try admin.create(
      names.map { NewTopic(name: $0, partitionCount: partitions) }, milliseconds: 30_000)
    #expect(results.allSatisfy { $0.error == nil }, "\(results)")
    try admin.waitUntilVisible(names, milliseconds: 30_000)
    defer { _ = try? admin.delete(names, milliseconds: 10_000) }
    try body()
  }

  @Test func topicsAreMadeDescribedAndDeleted() throws {
    let admin = try admin()
    let topic = "nuqta-test-\(run)"
    #expect(try admin.description(of: topic, milliseconds: 30_000) == nil)
    let wanted = NewTopic(
      name: topic, partitionCount: 3, replicationFactor: 1,
      configuration: ["cleanup.policy": "compact", "message.timestamp.type": "CreateTime"])
    #expect(try admin.create([wanted], milliseconds: 30_000) == [TopicResult(topic: topic, error: nil)])
    defer { _ = try? admin.delete([topic], milliseconds: 10_000) }
    try admin.waitUntilVisible([topic], milliseconds: 30_000)
    let description = try #require(try admin.description(of: topic, milliseconds: 30_000))
    #expect(description.partitionCount == 3)
    #expect(description.partitions.map(\.number) == [0, 1, 2])
    #expect(description.replicationFactor == 1)

    let again = try admin.create([wanted, NewTopic(name: topic + "-b", partitionCount: 1)], milliseconds: 30_000)
    #expect(again.first { $0.topic == topic }?.error?.code == .topicAlreadyExists)
    #expect(again.first { $0.topic == topic + "-b" }.map { $0.error == nil } == true)
    #expect(try admin.delete([topic + "-b"], milliseconds: 30_000).allSatisfy { $0.error == nil })

    let properties = try #require(try admin.configuration(of: topic, milliseconds: 30_000))
    #expect(properties.first { $0.name == "cleanup.policy" }?.value == "compact")
    #expect(try admin.configuration(of: topic + "-missing", milliseconds: 30_000) == nil)
  }

  @Test func toLookAtATopicDoesNotMakeIt() throws {
    let admin = try admin()
    for _ in 0..<2 { #expect(try admin.description(of: "nuqta-missing-\(run)", milliseconds: 30_000) == nil) }
  }

  @Test func readCommittedSeesWholeTransactionsOnly() throws {
    let (input, output) = ("nuqta-in-\(run)", "nuqta-out-\(run)")
    try withTopics([input, output]) {
      let group = "nuqta-group-\(run)"
      let producer = try Fixtures.transactionalProducer(brokers, id: "nuqta-id-\(run)")
      try producer.initTransactions(milliseconds: 30_000)
      let consumer = try Fixtures.consumer(brokers, group: group)
      for (number, commits) in [true, false, true].enumerated() {
        let transaction = try producer.begin()
        var headers = RecordHeaders()
        for part in ["a", "b"] {
          try transaction.produce(
            to: output, partition: .number(1), key: "\(number)".utf8.span, value: "\(number)\(part)".utf8.span,
            timestamp: 1_700_000_000_000, headers: &headers)
        }
        try transaction.sendOffsets(
          [PartitionOffset(topic: input, partition: 0, offset: Int64(number) + 1)], group: consumer.groupMetadata())
        if commits {
          guard case .ended = transaction.commit() else { throw TestFailure("not committed") }
        } else {
          while producer.outstanding > 0 { producer.poll(milliseconds: 10) }
          guard case .ended = transaction.abort() else { throw TestFailure("not aborted") }
        }
      }
      try consumer.assign([PartitionOffset(topic: output, partition: 1, offset: PartitionOffset.beginning)])
      let messages = consumer.readToEnd()
      #expect(messages.map(\.value) == ["0a", "0b", "2a", "2b"].map(\.bytes))
      #expect(messages.allSatisfy { $0.timestamp == 1_700_000_000_000 })
      let partition = TopicPartition(topic: input, partition: 0)
      #expect(try consumer.committed([partition], milliseconds: 30_000).map(\.number) == [3])
    }
  }

  @Test func anOpenTransactionHoldsReadersBack() throws {
    let topic = "nuqta-open-\(run)"
    try withTopics([topic], partitions: 1) {
      let producer = try Fixtures.transactionalProducer(brokers, id: "nuqta-open-\(run)")
      try producer.initTransactions(milliseconds: 30_000)
      let transaction = try producer.begin()
      var headers = RecordHeaders()
      try transaction.produce(to: topic, partition: .number(0), key: nil, value: "v".utf8.span, headers: &headers)
      while producer.outstanding > 0 { producer.poll(milliseconds: 10) }
      let consumer = try Fixtures.consumer(brokers)
      let partition = TopicPartition(topic: topic, partition: 0)
      #expect(try consumer.watermarks(of: [partition], milliseconds: 30_000).map(\.high) == [0])
      try consumer.assign([PartitionOffset(partition, offset: 0)])
      #expect(consumer.readToEnd().isEmpty)
      guard case .ended = transaction.commit() else { throw TestFailure("not committed") }
      #expect(consumer.events { $0.message != nil }.last?.message?.value == "v".bytes)
    }
  }

  @Test func aSecondProducerFencesTheFirst() throws {
    let topic = "nuqta-fence-\(run)"
    try withTopics([topic], partitions: 1) {
      let first = try Fixtures.transactionalProducer(brokers, id: "nuqta-fence-\(run)")
      try first.initTransactions(milliseconds: 30_000)
      let transaction = try first.begin()
      var headers = RecordHeaders()
      try transaction.produce(to: topic, partition: .number(0), key: nil, value: "old".utf8.span, headers: &headers)
      while first.outstanding > 0 { first.poll(milliseconds: 10) }

      let second = try Fixtures.transactionalProducer(brokers, id: "nuqta-fence-\(run)")
      try second.initTransactions(milliseconds: 30_000)
      let next = try second.begin()
      try next.produce(to: topic, partition: .number(0), key: nil, value: "new".utf8.span, headers: &headers)
      guard case .ended = next.commit() else { throw TestFailure("not committed") }

      guard case .failed(let error) = transaction.commit() else { throw TestFailure("the first wasn't fenced") }
      #expect(error.isFatal)
      #expect([.fenced, .producerFenced, .invalidProducerEpoch].contains(error.code), "\(error)")
      let consumer = try Fixtures.consumer(brokers)
      try consumer.assign([PartitionOffset(topic: topic, partition: 0, offset: PartitionOffset.beginning)])
      #expect(consumer.readToEnd().map(\.value) == ["new".bytes])
    }
  }

  @Test func committedOffsetsAndTimesAreLookedUp() throws {
    let topic = "nuqta-times-\(run)"
    try withTopics([topic], partitions: 1) {
      let producer = try Fixtures.producer(brokers)
      var headers = RecordHeaders()
      for time: Int64 in [1000, 2000, 3000] {
        try producer.produce(
          to: topic, partition: .number(0), key: nil, value: "v".utf8.span, timestamp: time, headers: &headers)
        try producer.flush(milliseconds: 30_000)
      }
      let partition = TopicPartition(topic: topic, partition: 0)
      let consumer = try Fixtures.consumer(brokers, group: "nuqta-times-\(run)")
      try consumer.commit([PartitionOffset(partition, offset: 2)], milliseconds: 30_000)
      #expect(try consumer.committed([partition], milliseconds: 30_000).map(\.number) == [2])
      #expect(try consumer.offsets(at: 1500, in: [partition], milliseconds: 30_000).map(\.offset) == [1])
      #expect(
        try consumer.watermarks(of: [partition], milliseconds: 30_000)
          == [Watermarks(partition: partition, low: 0, high: 3)])
    }
  }

  @Test func aGroupAssignsAndIsLeft() throws {
    let topic = "nuqta-join-\(run)"
    try withTopics([topic]) {
      for _ in 0..<2 {
        let consumer = try Fixtures.consumer(brokers, group: "nuqta-join-\(run)")
        try consumer.subscribe(to: [topic])
        let assigned = try #require(consumer.events(seconds: 60) { $0.assigned != nil }.last?.assigned)
        #expect(assigned.count == 2)
        try consumer.assign(assigned.map { PartitionOffset($0, offset: 0) })
        #expect(consumer.readToEnd(partitions: 2).isEmpty)
        try consumer.close(milliseconds: 10_000)
      }
    }
  }

  private struct TestFailure: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}
