import Testing

@testable import KafkaClient

@Suite(.timeLimit(.minutes(20))) struct EmbeddedClusterTests {
  private func admin(_ brokers: String) throws -> TopicAdmin {
    try TopicAdmin(configuration: ClientConfiguration(role: .admin, brokers: brokers), logger: Fixtures.logger)
  }

  @Test func brokersAreCountedAndOnLoopback() throws {
    let cluster = try EmbeddedCluster(brokerCount: 3, logger: Fixtures.logger)
    let brokers = cluster.bootstrapServers.split(separator: ",")
    #expect(brokers.count == 3)
    #expect(brokers.allSatisfy { $0.hasPrefix("127.0.0.1:") })
  }

  @Test func aTopicIsDescribedAsItWasMade() throws {
    let cluster = try EmbeddedCluster(brokerCount: 2, logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 5)
    let admin = try admin(cluster.bootstrapServers)
    try admin.waitUntilVisible(["t"], milliseconds: 10_000)
    let description = try #require(try admin.description(of: "t", milliseconds: 10_000))
    #expect(description.partitionCount == 5)
    #expect(description.partitions.map(\.number) == [0, 1, 2, 3, 4])
    #expect(description.hasAllLeaders)
    // The mock replicates to all of up to three brokers.
    #expect(description.replicationFactor == 2)

    try cluster.setLeader(of: TopicPartition(topic: "t", partition: 2), broker: -1)
    let error = #expect(throws: KafkaError.self) { try admin.waitUntilVisible(["t"], milliseconds: 300) }
    #expect(error?.code == .timedOut && error?.message.contains("t") == true)
  }

  @Test func aTopicMayBeMissing() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    cluster.setTopicError("gone", code: .unknownTopicOrPartition)
    let admin = try admin(cluster.bootstrapServers)
    #expect(try admin.description(of: "gone", milliseconds: 10_000) == nil)
    cluster.setTopicError("gone", code: .topicAuthorizationFailed)
    let error = #expect(throws: KafkaError.self) { try admin.description(of: "gone", milliseconds: 10_000) }
    #expect(error?.code == .topicAuthorizationFailed)
  }

  /// The mock has no admin requests: the call must say so, and soon.
  @Test func topicsCannotBeMadeByAdmin() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    let admin = try admin(cluster.bootstrapServers)
    let time = try ContinuousClock().measure {
      let error = #expect(throws: KafkaError.self) {
        try admin.create([NewTopic(name: "t", partitionCount: 1)], milliseconds: 500)
      }
      let found = try #require(error)
      #expect(found.operation == "create topics", "\(found)")
      #expect(throws: KafkaError.self) { try admin.delete(["t"], milliseconds: 500) }
      #expect(throws: KafkaError.self) { try admin.configuration(of: "t", milliseconds: 500) }
    }
    #expect(time < .seconds(5))
    #expect(try admin.create([], milliseconds: 1).isEmpty)
    #expect(try admin.delete([], milliseconds: 1).isEmpty)
  }

  @Test func whatCannotBeATopicIsRefused() throws {
    let admin = try admin("127.0.0.1:1")
    let error = #expect(throws: KafkaError.self) {
      try admin.create([NewTopic(name: "t", partitionCount: -7)], milliseconds: 100)
    }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.hasPrefix("t: ") == true)
  }

  @Test func anAdminWithoutAClusterEndsInTime() throws {
    let admin = try admin("127.0.0.1:1")
    let time = ContinuousClock().measure {
      let described = #expect(throws: KafkaError.self) { try admin.description(of: "t", milliseconds: 300) }
      #expect(described?.isRetriable == true)
      let created = #expect(throws: KafkaError.self) {
        try admin.create([NewTopic(name: "t", partitionCount: 1)], milliseconds: 300)
      }
      #expect(created?.code == .timedOut && created?.isRetriable == true)
    }
    #expect(time < .seconds(5))
    #expect(admin.drainErrors().contains { $0.code == .allBrokersDown || $0.code == .transport })
  }
}
