import Testing

@testable import KafkaClient

/// Groups: a join takes the mock 3 s, so there are few of these.
@Suite(.timeLimit(.minutes(20))) struct GroupTests {
  private static let quick = [
    ConfigurationProperty("session.timeout.ms", "6000"), ConfigurationProperty("heartbeat.interval.ms", "200"),
  ]

  @Test func membersSharePartitionsAndTakeOver() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 0, values: ["a"])
    try Fixtures.fill(cluster.bootstrapServers, "t", partition: 1, values: ["b"])
    let all = [TopicPartition(topic: "t", partition: 0), TopicPartition(topic: "t", partition: 1)]

    let first = try Fixtures.consumer(cluster.bootstrapServers, Self.quick)
    #expect(first.memberID == nil)
    try first.subscribe(to: ["t"])
    let assigned = try #require(first.events { $0.assigned != nil }.last?.assigned)
    #expect(assigned.sorted() == all)
    #expect(first.memberID != nil)
    #expect(first.isCooperative == false)
    // Nothing is fetched before the answer.
    #expect(first.poll(milliseconds: 300) == nil)
    try first.assign(assigned.map { PartitionOffset($0, offset: 0) })
    #expect(Set(first.readToEnd(partitions: 2).map(\.value)) == ["a".bytes, "b".bytes])
    #expect(first.isAssignmentLost == false)
    _ = try first.groupMetadata()

    // A second member: all is revoked (eager), then each gets one.
    let second = try Fixtures.consumer(cluster.bootstrapServers, Self.quick)
    try second.subscribe(to: ["t"])
    var shares: [[TopicPartition]?] = [nil, nil]
    var revoked: [TopicPartition] = []
    let deadline = Deadline(milliseconds: 60_000)
    while shares.contains(where: { $0 == nil }), !deadline.hasPassed {
      switch first.poll(milliseconds: 50) {
      case .revoked(let partitions, let lost):
        #expect(!lost)
        revoked = partitions
        // The wrong answer is refused, instead of a wait without end.
        let error = #expect(throws: KafkaError.self) { try first.assign([]) }
        #expect(error?.code == .invalidState)
        try first.unassign()
      case .assigned(let partitions):
        try first.assign(partitions.map { PartitionOffset($0, offset: PartitionOffset.end) })
        shares[0] = partitions
      default: break
      }
      if let partitions = second.poll(milliseconds: 50)?.assigned {
        try second.assign(partitions.map { PartitionOffset($0, offset: 0) })
        shares[1] = partitions
      }
    }
    #expect(revoked.sorted() == all)
    #expect(shares.map { $0?.count } == [1, 1])
    #expect(shares.compactMap { $0 }.flatMap { $0 }.sorted() == all)

    // The first leaves: the second takes over.
    try first.close(milliseconds: 10_000)
    var taken: [TopicPartition] = []
    _ = second.events(seconds: 60) { event in
      switch event {
      case .revoked: try? second.unassign()
      case .assigned(let partitions):
        try? second.assign(partitions.map { PartitionOffset($0, offset: 0) })
        taken = partitions
        return partitions.count == 2
      default: break
      }
      return false
    }
    #expect(taken.sorted() == all)
    try second.close(milliseconds: 10_000)
  }

  @Test func aMemberThatTheGroupForgotHasLostItsPartitions() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers, Self.quick)
    try consumer.subscribe(to: ["t"])
    let assigned = try #require(consumer.events { $0.assigned != nil }.last?.assigned)
    try consumer.assign(assigned.map { PartitionOffset($0, offset: 0) })
    cluster.failNext(.heartbeat, with: [.unknownMember])
    var wasLost: Bool?
    _ = consumer.events { event in
      if case .revoked(let partitions, let lost) = event {
        wasLost = lost
        #expect(partitions == assigned)
      }
      return wasLost != nil
    }
    #expect(wasLost == true)
    #expect(consumer.isAssignmentLost == true)
    try consumer.unassign()
    #expect(consumer.isAssignmentLost == false)
    // It joins anew.
    #expect(consumer.events { $0.assigned != nil }.last?.assigned == assigned)
    try consumer.close(milliseconds: 10_000)
  }

  @Test func aFencedInstanceIsFinishedAndSaysSo() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let consumer = try Fixtures.consumer(
      cluster.bootstrapServers, Self.quick + [ConfigurationProperty("group.instance.id", "one")])
    try consumer.subscribe(to: ["t"])
    let assigned = try #require(consumer.events { $0.assigned != nil }.last?.assigned)
    try consumer.assign(assigned.map { PartitionOffset($0, offset: 0) })
    cluster.failNext(.heartbeat, with: [.fencedInstanceID])
    let error = consumer.events { $0.error?.isFatal == true }.last?.error
    #expect(error?.code == .fencedInstanceID)
    #expect(consumer.terminalError?.code == .fencedInstanceID)
    try consumer.close(milliseconds: 5000)
  }

  @Test func aMissingTopicIsAnError() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    cluster.setTopicError("t", code: .unknownTopicOrPartition)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers, Self.quick)
    try consumer.subscribe(to: ["t"])
    let error = consumer.events { $0.error != nil }.last?.error
    #expect(error?.code == .unknownTopicOrPartition)
    #expect(error?.message.contains("t") == true)
    #expect(error?.isFatal == false)
  }
}
