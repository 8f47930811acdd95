import KafkaClient
import Logging
import StreamWorker

/// A Kafka cluster inside the process with the worker's topics, filled with the sample articles.
struct DemoCluster: ~Copyable {
  /// Few enough that the reader sees how articles spread, many enough that they do.
  private static let partitions: Int32 = 2

  let names: TopicNames
  private let cluster: EmbeddedCluster
  private let logger: Logger

  init(logger: Logger) throws(KafkaError) {
    let names = TopicNames()
    let cluster = try EmbeddedCluster(logger: logger)
    for topic in names.articles + [names.units, names.manifests, names.deadLetters] {
      try cluster.createTopic(topic, partitionCount: Self.partitions)
    }
    self.names = names
    self.cluster = cluster
    self.logger = logger
  }

  /// The address for other programs on this machine.
  var brokers: String { cluster.bootstrapServers }

  /// Produces the samples, each to the partition where its uri belongs, and waits until they are acknowledged.
  func produce(_ samples: [Sample]) throws(KafkaError) {
    let producer = try PlainProducer(
      configuration: ClientConfiguration(role: .producer, brokers: brokers), logger: logger)
    for sample in samples {
      var headers = RecordHeaders()
      headers.add(name: "content-type", value: sample.contentType.utf8.span)
      if let language = sample.language { headers.add(name: "content-language", value: language.utf8.span) }
      try producer.produce(
        to: names.articles[0], partition: .byKey, key: sample.uri.utf8.span, value: sample.value.utf8.span,
        headers: &headers)
    }
    try producer.flush(milliseconds: 30_000)
    if let refused = producer.drainDeliveryReports().first(where: { !$0.isDelivered }) {
      throw KafkaError(code: refused.code, message: "a sample was refused", operation: "produce samples")
    }
  }

  /// All records of a topic, in the order of their partitions and offsets.
  func read(_ topic: String) throws(KafkaError) -> [ConsumedMessage] {
    var configuration = try ClientConfiguration(role: .consumer, brokers: brokers)
    try configuration.setOwn("group.id", to: "nuqta-demo-reader")
    // The end of a partition is told by a fetch that finds nothing, and each would wait half a second for more.
    try configuration.setOwn("fetch.wait.max.ms", to: "20")
    let reader = try Consumer(configuration: configuration, logger: logger)
    try reader.assign(
      (0..<Self.partitions).map { PartitionOffset(topic: topic, partition: $0, offset: PartitionOffset.beginning) })
    var found: [ConsumedMessage] = []
    var ended: Set<Int32> = []
    while ended.count < Int(Self.partitions) {
      switch reader.poll(milliseconds: 1_000) {
      case .message(let message): found.append(message)
      case .partitionEnd(let partition, _): ended.insert(partition.partition)
      case .error(let error) where error.isFatal: throw error
      default: break
      }
    }
    try reader.close(milliseconds: 5_000)
    return found.sorted { ($0.partition, $0.offset) < ($1.partition, $1.offset) }
  }
}
