extension ClientConfiguration {
  /// A property that the client can't do without.
  package struct FixedProperty: Sendable {
    package let name: String
    package let value: String
    /// Why, for the person who wanted another value.
    package let reason: String
  }

  /// What Nuqta sets where librdkafka 2.0.2 sets otherwise.
  ///
  /// The user may override each of these.
  static func defaults(for role: ClientRole) -> [(String, String)] {
    var properties = [
      ("client.id", "nuqta"),
      // Small requests wait for nothing: 1.84 → 0.92 ms a message.
      ("socket.nagle.disable", "true"),
      // A connection that a firewall dropped is noticed.
      ("socket.keepalive.enable", "true"),
      // Brokers close idle connections all the time; that is no news.
      ("log.connection.close", "false"),
    ]
    switch role {
    case .consumer:
      properties += [
        // A flipped bit must not become a unit.
        ("check.crcs", "true"),
        // Aborted articles are not articles. librdkafka's default, set to be seen.
        ("isolation.level", "read_committed"),
        // Eager: cooperative-sticky has six defects below 2.10.
        ("partition.assignment.strategy", "range"),
        // `allow.auto.create.topics` is false for consumers already; set by hand it only warns on old brokers.
      ]
    case .transactionalProducer, .producer:
      properties += producerDefaults
      // A hung worker holds readers up no longer than this.
      if role == .transactionalProducer { properties.append(("transaction.timeout.ms", "15000")) }
    case .admin:
      // To look at a topic must not make it.
      properties.append(("allow.auto.create.topics", "false"))
    }
    return properties
  }

  private static let producerDefaults = [
    // A topic that was deleted must not come back with the broker's number of partitions.
    ("allow.auto.create.topics", "false"),
    // No record twice and none out of order when a broker's answer is lost.
    ("enable.idempotence", "true"),
    // Units repeat much text; lz4 costs the least.
    ("compression.codec", "lz4"),
    // One transaction may hold hundreds of articles of up to 20,000 units; the bytes are bounded below.
    ("queue.buffering.max.messages", "1000000"),
    // Memory of the queue: 256 MiB.
    ("queue.buffering.max.kbytes", "262144"),
    // Fuller batches while an article is being cut. Commit and flush do not wait for it.
    ("linger.ms", "10"),
  ]

  /// What Nuqta sets and no one may change.
  package static func fixedProperties(for role: ClientRole) -> [FixedProperty] {
    let log = FixedProperty(
      name: "log.queue", value: "false", reason: "its log lines are taken from librdkafka's threads directly")
    switch role {
    case .consumer:
      return [
        log,
        FixedProperty(
          name: "enable.auto.commit", value: "false", reason: "an offset is committed only with its output"),
        FixedProperty(
          name: "enable.auto.offset.store", value: "false", reason: "the worker keeps its own positions"),
        FixedProperty(
          name: "auto.offset.reset", value: "error",
          reason: "where to start is said with --from, and no record is skipped"),
        FixedProperty(
          name: "enable.partition.eof", value: "true",
          reason: "a partition's end moves the position past control records"),
      ]
    case .transactionalProducer, .producer:
      return [
        log,
        FixedProperty(
          name: "sticky.partitioning.linger.ms", value: "0",
          reason: "otherwise librdkafka passes over the partitioner for records without a key"),
      ]
    case .admin:
      return [log]
    }
  }
}
