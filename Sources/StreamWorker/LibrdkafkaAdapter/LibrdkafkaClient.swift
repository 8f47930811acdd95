import ArticlePipeline
import KafkaClient
import Logging

/// The worker's client on librdkafka: one consumer, one producer, and an admin client to ask for topics.
///
/// Owned by the lane's thread from its making to `close`.
final class LibrdkafkaClient: WorkerClient {
  /// How long a question to the brokers may take before it is asked again, in milliseconds; also how late a stop is noticed.
  static let patience: Int32 = 5_000
  /// How long the producer's full queue may stay full before the batch is given up, in milliseconds.
  private static let queuePatience: Int32 = 30_000
  /// How long the brokers may take to abort what is open at the end, in milliseconds.
  private static let abortPatience: Int32 = 5_000
  /// How long leaving the group may take, in milliseconds.
  private static let closePatience: Int32 = 10_000

  let configurations: ClientConfigurations
  let topics: TopicNames
  let partitioning: Partitioning
  /// The partitions of the output topics at the start.
  private let outputCount: Int?
  let logger: Logger
  var consumer: Consumer?
  private var admin: TopicAdmin?
  var transactional: TransactionalProducer?
  var transaction: Transaction?
  var plain: PlainProducer?
  /// Whether a new producer is made but not ready yet.
  private var isReplacing = false
  /// How many articles the open batch has; their records are tagged with their number.
  private var articles: UInt32 = 0
  /// Reused from record to record.
  private var headers = RecordHeaders(capacity: 10)

  init(
    configurations: ClientConfigurations, settings: WorkerSettings, admin: consuming TopicAdmin, outputCount: Int?,
    logger: Logger
  ) throws(KafkaError) {
    self.outputCount = outputCount
    self.configurations = configurations
    topics = settings.topics
    partitioning = settings.partitioning
    self.logger = logger
    self.admin = consume admin
    try makeProducer()
    consumer = try Consumer(configuration: configurations.consumer, logger: logger)
  }

  private func makeProducer() throws(KafkaError) {
    if configurations.producer.role == .transactionalProducer {
      transactional = try TransactionalProducer(configuration: configurations.producer, logger: logger)
    } else {
      plain = try PlainProducer(configuration: configurations.producer, reporting: .failures, logger: logger)
    }
  }

  func initializeProducer() throws(ClientFailure) {
    guard transactional != nil else { return }
    do throws(KafkaError) {
      try transactional?.initTransactions(milliseconds: Self.patience)
    } catch {
      throw ClientFailure(starting: error)
    }
  }

  func replaceProducer() throws(ClientFailure) {
    if !isReplacing {
      transaction = nil
      transactional = nil
      plain = nil
      do throws(KafkaError) {
        try makeProducer()
      } catch {
        throw ClientFailure(query: error)
      }
      isReplacing = true
    }
    // The start goes on in the background: a repeated call waits for it again, with the same producer.
    try initializeProducer()
    isReplacing = false
  }

  func partitionCount(of topic: String) throws(ClientFailure) -> Int {
    let description: TopicDescription?
    do throws(KafkaError) {
      description = try admin?.description(of: topic, milliseconds: Self.patience)
    } catch {
      throw ClientFailure(query: error)
    }
    guard let description else {
      throw ClientFailure(
        .setUp, code: KafkaErrorCode.unknownTopicOrPartition.name, message: "topic '\(topic)' does not exist any more")
    }
    let count = Int(description.partitionCount)
    // Counts are for life: an article's units would go to a partition that isn't there, or its revisions to two.
    if partitioning == .input, let outputCount, count > outputCount {
      throw ClientFailure(
        .setUp, code: "PARTITIONS",
        message:
          "topic '\(topic)' has grown to \(count) partitions, the output topics have \(outputCount): stop the workers, "
          + "create output topics under new names with 'nuqta topics create', and replay; or run with --partition-by uri"
      )
    }
    return count
  }

  // MARK: Output

  func beginTransaction() throws(ClientFailure) {
    articles = 0
    // What was said of an earlier transaction's records must not be taken for this one's.
    _ = transactional?.drainDeliveryReports()
    do throws(KafkaError) {
      transaction = try transactional?.begin()
    } catch {
      throw ClientFailure(transactional: error)
    }
  }

  func produce(_ records: borrowing RecordArena, from source: InputPartition) throws(ClientFailure) {
    let choice = partitionChoice(of: records, from: source)
    for record in records.records {
      headers.removeAll()
      for header in records.headers[record.headers] {
        let bytes = records.bytes.span
        let value: Span<UInt8>? = if let range = header.value { bytes.extracting(range) } else { nil }
        headers.add(name: bytes.extracting(header.name), value: value)
      }
      var waited: Int32 = 0
      while true {
        do throws(KafkaError) {
          try produce(record, of: records, to: choice)
          break
        } catch {
          guard error.code == .queueFull, waited < Self.queuePatience else {
            throw failure(producing: error, to: topic(of: record.stream))
          }
          waited += 100
          serve(milliseconds: 100)
        }
      }
    }
    articles += 1
    serve(milliseconds: 0)
  }

  /// Why a record could not be handed over: its own fault, or that of one before it that was refused meanwhile.
  private func failure(producing error: KafkaError, to topic: String) -> ClientFailure {
    if error.code == .messageTooLarge {
      let refusal = Refusal(article: Int(articles), error, topic: topic)
      return ClientFailure(.refused([refusal]), code: refusal.code, message: "topic '\(topic)': \(error.message)")
    }
    if let refusal = refusal() { return refusal }
    guard error.code == .invalidState, let open = transaction.take() else { return ClientFailure(producing: error) }
    // A transaction that has failed takes no records and says nothing more; asked to commit, which it can't, it says why.
    do throws(ClientFailure) {
      try settle(open.commit())
      return ClientFailure(producing: error)
    } catch {
      return error
    }
  }

  /// What the delivery reports so far say was refused.
  func refusal() -> ClientFailure? {
    serve(milliseconds: 0)
    return ClientFailure(reports: transactional?.drainDeliveryReports() ?? plain?.drainDeliveryReports() ?? [])
  }

  /// Begins to count the articles of a batch anew: at least once, a flush ends it.
  func countAnew() {
    articles = 0
  }

  private func produce(
    _ record: RecordArena.Record, of records: borrowing RecordArena, to choice: PartitionChoice
  ) throws(KafkaError) {
    let bytes = records.bytes.span
    let key: Span<UInt8>? = if let range = record.key { bytes.extracting(range) } else { nil }
    let value: Span<UInt8>? = if let range = record.value { bytes.extracting(range) } else { nil }
    let topic = topic(of: record.stream)
    if transactional != nil {
      guard transaction != nil else {
        throw KafkaError(
          code: .invalidState, message: "there is no open transaction", operation: "produce", isFatal: true)
      }
      try transaction?.produce(
        to: topic, partition: choice, key: key, value: value, timestamp: record.timestamp, tag: articles,
        headers: &headers)
    } else {
      try plain?.produce(
        to: topic, partition: choice, key: key, value: value, timestamp: record.timestamp, tag: articles,
        headers: &headers)
    }
  }

  /// All records of an article go to one partition: the input's number, or the one where the article's uri belongs.
  private func partitionChoice(of records: borrowing RecordArena, from source: InputPartition) -> PartitionChoice {
    guard partitioning == .uri else { return .number(source.number) }
    for record in records.records where record.stream == .manifests {
      if let key = record.key { return .likeKey(hash: Murmur2.hash(records.bytes.span.extracting(key))) }
    }
    return .byKey
  }

  private func topic(of stream: OutputStream) -> String {
    switch stream {
    case .units: topics.units
    case .manifests: topics.manifests
    case .deadLetters: topics.deadLetters
    }
  }

  private func serve(milliseconds: Int32) {
    if transactional != nil {
      transactional?.poll(milliseconds: milliseconds)
    } else {
      plain?.poll(milliseconds: milliseconds)
    }
  }

  // MARK: The end

  func close() {
    // An open transaction would keep readers waiting until it times out. If it can't be aborted, that is what happens.
    if let open = transaction.take() { _ = open.abort(milliseconds: Self.abortPatience) }
    if let consumer = consumer.take() {
      do throws(KafkaError) {
        try consumer.close(milliseconds: Self.closePatience)
      } catch {
        logger.warning("\(error)")
      }
    }
    transactional = nil
    plain = nil
    admin = nil
  }
}
