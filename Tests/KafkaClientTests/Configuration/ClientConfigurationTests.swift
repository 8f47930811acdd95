import Testing

@testable import KafkaClient

@Suite struct ClientConfigurationTests {
  private func configuration(
    _ role: ClientRole, _ overrides: [(String, String)] = []
  ) throws(KafkaError) -> ClientConfiguration {
    try ClientConfiguration(
      role: role, brokers: "127.0.0.1:9092", overrides: overrides.map { ConfigurationProperty($0.0, $0.1) })
  }

  private func effective(_ configuration: ClientConfiguration) throws -> [String: EffectiveProperty] {
    Dictionary(uniqueKeysWithValues: try configuration.effectiveProperties().map { ($0.name, $0) })
  }

  @Test(arguments: ClientRole.allCases) func everyRolesDefaultsAreAccepted(role: ClientRole) throws {
    let properties = try effective(configuration(role))
    #expect(properties["socket.nagle.disable"]?.value == "true")
    #expect(properties["socket.nagle.disable"]?.origin == .nuqta)
    #expect(properties["socket.timeout.ms"]?.origin == .library)
    #expect(properties["client.id"]?.value == "nuqta")
    #expect(properties.keys.contains { $0.hasSuffix("_cb") } == false)
  }

  @Test func aConsumerNeverSkipsOrCommitsByItself() throws {
    let properties = try effective(configuration(.consumer))
    #expect(properties["auto.offset.reset"]?.value == "error")
    #expect(properties["enable.auto.commit"]?.value == "false")
    #expect(properties["enable.auto.offset.store"]?.value == "false")
    #expect(properties["enable.partition.eof"]?.value == "true")
    #expect(properties["isolation.level"]?.value == "read_committed")
    #expect(properties["partition.assignment.strategy"]?.value == "range")
    #expect(properties["allow.auto.create.topics"]?.value == "false")
    #expect(properties["check.crcs"]?.value == "true")
    #expect(properties["linger.ms"] == nil)
  }

  @Test func aProducerKeepsOrderAndMakesNoTopics() throws {
    let properties = try effective(configuration(.transactionalProducer))
    #expect(properties["enable.idempotence"]?.value == "true")
    #expect(properties["compression.codec"]?.value == "lz4")
    #expect(properties["allow.auto.create.topics"]?.value == "false")
    #expect(properties["sticky.partitioning.linger.ms"]?.value == "0")
    #expect(properties["transaction.timeout.ms"]?.value == "15000")
    #expect(properties["fetch.min.bytes"] == nil)
  }

  @Test func theUsersValueWins() throws {
    let properties = try effective(
      configuration(.producer, [("linger.ms", "3"), ("compression.type", "zstd"), ("linger.ms", "7")]))
    #expect(properties["linger.ms"] == EffectiveProperty(name: "linger.ms", value: "7", origin: .user))
    #expect(properties["compression.type"]?.value == "zstd")
    #expect(properties["compression.type"]?.origin == .user)
    #expect(properties["compression.codec"] == nil)
  }

  @Test func anotherRolesPropertyIsLeftOut() throws {
    let consumer = try configuration(.consumer, [("linger.ms", "3"), ("fetch.min.bytes", "9")])
    #expect(consumer["linger.ms"] == nil)
    #expect(consumer["fetch.min.bytes"] == "9")
  }

  @Test(arguments: [
    (ClientRole.consumer, "socket.nagle.disble", "true", "did you mean socket.nagle.disable?"),
    (.consumer, "sasl.jaas.config", "x", "sasl.username"),
    (.consumer, "no.such.thing.here.at.all", "x", "no such property"),
    (.consumer, "session.timeout.ms", "soon", "session.timeout.ms"),
    (.consumer, "isolation.level", "read_perhaps", "Invalid value"),
    (.consumer, "enable.auto.commit", "true", "Nuqta needs it to be false"),
    (.consumer, "auto.offset.reset", "latest", "--from"),
    (.consumer, "partition.assignment.strategy", "cooperative-sticky", "use range"),
    (.producer, "sticky.partitioning.linger.ms", "10", "without a key"),
    // A consumer's property is judged for a producer too, though it is left out then.
    (.producer, "isolation.level", "read_perhaps", "Invalid value"),
  ])
  func refusesNamingPropertyAndReason(role: ClientRole, name: String, value: String, reason: String) throws {
    if name == "partition.assignment.strategy", LibraryVersion.isAtLeast(2, 10) { return }
    let error = #expect(throws: KafkaError.self) { try configuration(role, [(name, value)]) }
    let found = try #require(error)
    #expect(found.code == .invalidArgument)
    #expect(found.operation == "configure \(role.rawValue)")
    #expect(found.message.hasPrefix("\(name): "), "\(found)")
    #expect(found.message.contains(reason), "\(found)")
  }

  @Test func aFixedPropertyMayBeSetToItsOwnValue() throws {
    #expect(try configuration(.consumer, [("enable.auto.commit", "false")])["enable.auto.commit"] == "false")
  }

  @Test func cooperativeCanBeForced() throws {
    let forced = try ClientConfiguration(
      role: .consumer, brokers: "127.0.0.1:1",
      overrides: [ConfigurationProperty("partition.assignment.strategy", "cooperative-sticky")],
      allowsCooperative: true)
    #expect(forced["partition.assignment.strategy"] == "cooperative-sticky")
  }

  @Test func secretsAreMasked() throws {
    let secrets = [
      ("sasl.password", "hunter2"), ("ssl.key.password", "hunter2"), ("ssl.keystore.password", "hunter2"),
      ("sasl.oauthbearer.config", "hunter2"),
    ]
    let configuration = try configuration(.admin, secrets + [("sasl.username", "reader")])
    let properties = try effective(configuration)
    for (name, _) in secrets {
      #expect(properties[name]?.value == SecretProperties.mask, "\(name)")
      #expect(configuration[name] == "hunter2")
    }
    #expect(properties["sasl.username"]?.value == "reader")
    #expect(!properties.values.contains { $0.value.contains("hunter2") })
  }

  @Test(arguments: [
    ("ssl.key.pem", true), ("ssl.certificate.pem", true), ("SASL.PASSWORD", true), ("sasl.jaas.config", true),
    ("sasl.oauthbearer.client.secret", true), ("some.new.token", true), ("ssl.key.location", false),
    ("sasl.oauthbearer.token.endpoint.url", false), ("bootstrap.servers", false), ("client.id", false),
  ])
  func tellsSecrets(name: String, isSecret: Bool) {
    #expect(SecretProperties.contains(name) == isSecret)
  }

  @Test func aBadSecretIsNotRepeated() {
    let error = #expect(throws: KafkaError.self) {
      try configuration(.admin, [("ssl.key.password\u{0}", "hunter2")])
    }
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test func whatOnlyTheWholeShowsIsRefusedWhenTheClientIsMade() throws {
    let configuration = try configuration(.producer, [("acks", "1")])
    let error = #expect(throws: KafkaError.self) {
      _ = try PlainProducer(configuration: configuration, logger: Fixtures.logger)
    }
    #expect(error?.operation == "make producer")
    #expect(error?.message.contains("acks") == true, "\(String(describing: error))")
  }

  @Test func aClientWantsItsOwnRole() throws {
    let consumer = try configuration(.consumer)
    #expect(throws: KafkaError.self) { _ = try PlainProducer(configuration: consumer, logger: Fixtures.logger) }
    #expect(throws: KafkaError.self) { _ = try TopicAdmin(configuration: consumer, logger: Fixtures.logger) }
    let producer = try configuration(.producer)
    #expect(throws: KafkaError.self) { _ = try Consumer(configuration: producer, logger: Fixtures.logger) }
    let withoutID = try configuration(.transactionalProducer)
    let error = #expect(throws: KafkaError.self) {
      _ = try TransactionalProducer(configuration: withoutID, logger: Fixtures.logger)
    }
    #expect(error?.message.contains("transactional.id") == true)
  }
}
