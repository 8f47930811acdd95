import Logging
import Testing

@testable import KafkaClient

/// What most tests start from.
enum Fixtures {
  /// A logger that swallows: errors are provoked here by the dozen.
  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Fetches of the mock wait their full time, so it is short here.
  static func consumer(
    _ brokers: String, group: String = "group", _ overrides: [ConfigurationProperty] = []
  ) throws(KafkaError) -> Consumer {
    var configuration = try ClientConfiguration(
      role: .consumer, brokers: brokers, overrides: [ConfigurationProperty("fetch.wait.max.ms", "10")] + overrides)
    try configuration.setOwn("group.id", to: group)
    return try Consumer(configuration: configuration, logger: logger)
  }

  static func producer(
    _ brokers: String, _ overrides: [ConfigurationProperty] = []
  ) throws(KafkaError) -> PlainProducer {
    let configuration = try ClientConfiguration(role: .producer, brokers: brokers, overrides: overrides)
    return try PlainProducer(configuration: configuration, logger: logger)
  }

  static func transactionalProducer(
    _ brokers: String, id: String = "id", _ overrides: [ConfigurationProperty] = []
  ) throws(KafkaError) -> TransactionalProducer {
    var configuration = try ClientConfiguration(role: .transactionalProducer, brokers: brokers, overrides: overrides)
    try configuration.setOwn("transactional.id", to: id)
    return try TransactionalProducer(configuration: configuration, logger: logger)
  }

  /// Fills a partition with values, each record's key its number.
  static func fill(
    _ brokers: String, _ topic: String, partition: Int32, values: [String]
  ) throws(KafkaError) {
    let producer = try producer(brokers)
    var headers = RecordHeaders()
    for (number, value) in values.enumerated() {
      try producer.produce(
        to: topic, partition: .number(partition), key: "\(number)".utf8.span, value: value.utf8.span, headers: &headers)
    }
    try producer.flush(milliseconds: 10_000)
    let failed = producer.drainDeliveryReports().first { !$0.isDelivered }
    if let failed { throw KafkaError(code: failed.code, message: "not delivered", operation: "fill") }
  }
}

extension Consumer {
  /// Events until one is wanted (and with it), at most for so many seconds.
  borrowing func events(seconds: Int = 30, until isLast: (ConsumerEvent) -> Bool) -> [ConsumerEvent] {
    let deadline = Deadline(milliseconds: Int32(seconds) * 1000)
    var events: [ConsumerEvent] = []
    while !deadline.hasPassed {
      guard let event = poll(milliseconds: 100) else { continue }
      events.append(event)
      if isLast(event) { break }
    }
    return events
  }

  /// All records of the assigned partitions, until each has been read to its end.
  borrowing func readToEnd(partitions: Int = 1) -> [ConsumedMessage] {
    var ended: Set<TopicPartition> = []
    let events = events { event in
      if case .partitionEnd(let partition, _) = event { ended.insert(partition) }
      return ended.count == partitions
    }
    return events.compactMap(\.message)
  }
}

extension ConsumerEvent {
  var message: ConsumedMessage? {
    if case .message(let message) = self { message } else { nil }
  }

  var error: KafkaError? {
    if case .error(let error) = self { error } else { nil }
  }

  var isPartitionEnd: Bool {
    if case .partitionEnd = self { true } else { false }
  }

  var assigned: [TopicPartition]? {
    if case .assigned(let partitions) = self { partitions } else { nil }
  }

  var revoked: [TopicPartition]? {
    if case .revoked(let partitions, _) = self { partitions } else { nil }
  }
}

extension String {
  var bytes: [UInt8] { Array(utf8) }
}
