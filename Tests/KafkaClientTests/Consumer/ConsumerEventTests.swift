import Testing

@testable import KafkaClient

@Suite(.timeLimit(.minutes(20))) struct ConsumerEventTests {
  private let partition = TopicPartition(topic: "t", partition: 0)

  @Test func anEndComesAtOnceAndAgain() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 1, values: ["a", "b"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([
      PartitionOffset(topic: "t", partition: 0, offset: 0), PartitionOffset(topic: "t", partition: 1, offset: 0),
    ])
    var ends: [TopicPartition: Int64] = [:]
    _ = consumer.events { event in
      if case .partitionEnd(let partition, let offset) = event { ends[partition] = offset }
      return ends.count == 2
    }
    #expect(ends == [partition: 0, TopicPartition(topic: "t", partition: 1): 2])
    #expect(try Set(consumer.assignment()) == Set(ends.keys))

    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["c"])
    let later = consumer.events(until: \.isPartitionEnd)
    #expect(later.compactMap(\.message).map(\.value) == ["c".bytes])
    #expect(consumer.poll(milliseconds: 0)?.message == nil)
  }

  @Test(arguments: [Int64(5), 1000]) func aPositionThatIsNotThereIsAnEvent(offset: Int64) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a", "b"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(partition, offset: offset)])
    var found: (TopicPartition, Int64)?
    let events = consumer.events { event in
      if case .outOfRange(let partition, let offset) = event { found = (partition, offset) }
      return found != nil
    }
    #expect(events.count == 1)
    #expect(found?.0 == partition && found?.1 == offset)
    // It stands still, and goes on where it is put.
    #expect(consumer.poll(milliseconds: 200) == nil)
    try consumer.assign([PartitionOffset(partition, offset: 1)])
    #expect(consumer.readToEnd().map(\.value) == ["b".bytes])
  }

  @Test func withoutACommittedOffsetThereIsNoStart() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(partition, offset: PartitionOffset.committed)])
    let error = consumer.events { $0.error != nil }.last?.error
    #expect(error?.code == .noUsablePosition)
    #expect(error?.message.hasPrefix("t[0]: ") == true, "\(String(describing: error))")
  }

  @Test func committedOffsetsAreKept() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a", "b", "c"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    let other = TopicPartition(topic: "t", partition: 1)
    #expect(
      try consumer.committed([partition, other], milliseconds: 10_000).map(\.number) == [nil, nil])
    try consumer.commit([PartitionOffset(partition, offset: 2, metadata: "why")], milliseconds: 10_000)
    try consumer.commit([], milliseconds: 10)
    let committed = try consumer.committed([partition, other], milliseconds: 10_000)
    #expect(committed.map(\.number) == [2, nil])
    #expect(committed.first?.metadata == "why")
    #expect(committed.first.map { "\($0)" } == "t[0]@2")

    let next = try Fixtures.consumer(cluster.bootstrapServers)
    try next.assign([PartitionOffset(partition, offset: PartitionOffset.committed)])
    #expect(next.readToEnd().map(\.value) == ["c".bytes])
    #expect(try next.position([partition]).map(\.number) == [3])
    #expect(try next.position([other]).map(\.offset) == [PartitionOffset.unknown])
  }

  @Test(arguments: [
    (KafkaErrorCode.illegalGeneration, KafkaErrorCode.illegalGeneration),
    (.groupAuthorizationFailed, .groupAuthorizationFailed),
  ])
  func aRefusedCommitSaysWhy(injected: KafkaErrorCode, code: KafkaErrorCode) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    cluster.failNext(.offsetCommit, with: [injected])
    let error = #expect(throws: KafkaError.self) {
      try consumer.commit([PartitionOffset(partition, offset: 2)], milliseconds: 10_000)
    }
    #expect(error?.code == code)
    #expect(error?.operation == "commit offsets")
  }

  @Test func aCommitWithoutAnAnswerEndsInTime() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    _ = try consumer.committed([partition], milliseconds: 10_000)
    try cluster.delayNext(.offsetCommit, broker: 1, milliseconds: 3000)
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = #expect(throws: KafkaError.self) {
        try consumer.commit([PartitionOffset(partition, offset: 2)], milliseconds: 200)
      }
      #expect(error?.code == .timedOut && error?.isRetriable == true)
    }
    #expect(time >= .milliseconds(190) && time < .seconds(2))
  }

  @Test func seekMovesAndPauseStops() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a", "b", "c"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(partition, offset: 0)])
    #expect(consumer.readToEnd().count == 3)
    for start: Int64 in [1, 0, 2] {
      try consumer.seek([PartitionOffset(partition, offset: start)])
      #expect(consumer.readToEnd().map(\.offset) == Array(start..<3))
    }
    try consumer.pause([partition])
    try consumer.seek([PartitionOffset(partition, offset: 0)])
    #expect(consumer.events(seconds: 1) { $0.message != nil }.compactMap(\.message).isEmpty)
    try consumer.resume([partition])
    #expect(consumer.readToEnd().map(\.offset) == [0, 1, 2])

    let stranger = TopicPartition(topic: "other", partition: 3)
    let error = #expect(throws: KafkaError.self) { try consumer.seek([PartitionOffset(stranger, offset: 0)]) }
    #expect(error?.code == .unknownPartition)
    #expect(error?.message.contains("other[3]") == true)
    #expect(throws: KafkaError.self) { try consumer.pause([stranger]) }
  }

  @Test func watermarksAreAskedAndCached() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a", "b", "c"])
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    let other = TopicPartition(topic: "t", partition: 1)
    #expect(consumer.cachedWatermarks(of: partition) == nil)
    let watermarks = try consumer.watermarks(of: [partition, other], milliseconds: 10_000)
    #expect(
      watermarks == [
        Watermarks(partition: partition, low: 0, high: 3), Watermarks(partition: other, low: 0, high: 0),
      ])
    #expect(try consumer.watermarks(of: [], milliseconds: 10).isEmpty)
    try consumer.assign([PartitionOffset(partition, offset: 0)])
    _ = consumer.readToEnd()
    #expect(consumer.cachedWatermarks(of: partition)?.high == 3)
    // The mock doesn't look times up; the call itself must work.
    let offsets = try consumer.offsets(at: 1, in: [partition], milliseconds: 10_000)
    #expect(offsets.map(\.offset) == [PartitionOffset.end])
    #expect(throws: KafkaError.self) { try consumer.offsets(at: -1, in: [partition], milliseconds: 10_000) }
  }

  @Test func queriesEndInTimeWhenTheClusterIsGone() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    _ = try consumer.watermarks(of: [partition], milliseconds: 10_000)
    try cluster.takeDown(broker: -1)
    let time = ContinuousClock().measure {
      #expect(throws: KafkaError.self) { try consumer.watermarks(of: [partition], milliseconds: 300) }
      #expect(throws: KafkaError.self) { try consumer.committed([partition], milliseconds: 300) }
    }
    #expect(time < .seconds(5))
    var errors: [KafkaError] = []
    let deadline = Deadline(milliseconds: 10_000)
    while !errors.contains(where: { $0.code == .allBrokersDown }), !deadline.hasPassed {
      _ = consumer.poll(milliseconds: 50)
      errors += consumer.drainErrors()
    }
    #expect(errors.contains { $0.code == .allBrokersDown }, "\(errors)")
    #expect(consumer.terminalError == nil)
  }

  @Test func eachTopicHasItsOwnName() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    let topics = ["first", "second", "third"]
    for topic in topics {
      try cluster.createTopic(topic, partitionCount: 1)
      try Fixtures.fill(cluster.bootstrapServers, topic, partition: 0, values: [topic, topic])
    }
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign(topics.map { PartitionOffset(topic: $0, partition: 0, offset: 0) })
    let messages = consumer.readToEnd(partitions: 3)
    #expect(messages.count == 6)
    for message in messages { #expect(message.value == message.topic.bytes) }
  }
}
