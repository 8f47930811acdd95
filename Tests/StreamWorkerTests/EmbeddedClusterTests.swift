import ArticlePipeline
import Foundation
import KafkaClient
import Logging
import StreamWorker
import Synchronization
import Testing

/// The worker as it runs in production, on librdkafka's mock cluster: what the simulated cluster can't show.
@Suite("The worker on an embedded cluster", .serialized)
struct EmbeddedClusterTests {
  private static let logger: Logger = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }()

  /// Counts what a worker has committed.
  private final class Progress: Sendable {
    private let done = Mutex(BatchTotals())
    private let failures = Mutex<[String]>([])

    func observe(_ event: WorkerEvent) {
      if case .committed(let totals, _) = event { done.withLock { $0.add(totals) } }
      if case .failed(let action, let failure) = event { failures.withLock { $0.append("\(action): \(failure.code)") } }
    }

    var totals: BatchTotals { done.withLock { $0 } }
    var problems: [String] { failures.withLock { $0 } }
  }

  private func settings(_ cluster: borrowing EmbeddedCluster, _ delivery: DeliveryGuarantee) -> WorkerSettings {
    let state = FileManager.default.temporaryDirectory.appendingPathComponent("nuqta-\(UUID().uuidString)").path
    var settings = WorkerSettings(brokers: cluster.bootstrapServers, stateDirectory: state)
    settings.delivery = delivery
    return settings
  }

  private func cluster() throws -> EmbeddedCluster {
    let cluster = try EmbeddedCluster(logger: Self.logger)
    for topic in ["articles", "sentence-units", "article-manifests", "article-dead-letters"] {
      try cluster.createTopic(topic, partitionCount: 2)
    }
    return cluster
  }

  private func produce(_ count: Int, to brokers: String) throws {
    let producer = try PlainProducer(
      configuration: ClientConfiguration(role: .producer, brokers: brokers), logger: Self.logger)
    for number in 0..<count {
      var headers = RecordHeaders()
      headers.add(name: "content-type", value: "text/plain".utf8.span)
      try producer.produce(
        to: "articles", partition: .number(Int32(number % 2)), key: "urn:\(number)".utf8.span,
        value: "One \(number). Two.".utf8.span, headers: &headers)
    }
    try producer.flush(milliseconds: 10_000)
  }

  private func waitUntil(_ condition: () -> Bool) async throws {
    for _ in 0..<300 {
      if condition() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  @Test("all input is done and the worker stops cleanly", arguments: DeliveryGuarantee.allCases)
  func wholePath(delivery: DeliveryGuarantee) async throws {
    let cluster = try cluster()
    try produce(50, to: cluster.bootstrapServers)
    let progress = Progress()
    let worker = Worker(
      settings: settings(cluster, delivery), logger: Self.logger,
      hooks: .init(observe: { progress.observe($0) }))
    async let exit = worker.runToEnd()
    try await waitUntil { progress.totals.records >= 50 }
    worker.stop()
    #expect(await exit == .clean)
    #expect(progress.totals.records == 50)
    #expect(progress.problems.isEmpty)
    withExtendedLifetime(cluster) {}
  }

  @Test("injected errors are mended, not multiplied")
  func injected() async throws {
    let cluster = try cluster()
    try produce(50, to: cluster.bootstrapServers)
    cluster.failNext(.initProducerID, with: [.coordinatorNotAvailable, .coordinatorLoading])
    cluster.failNext(.addOffsetsToTransaction, with: [.coordinatorLoading, .notCoordinator])
    cluster.failNext(.endTransaction, with: [.coordinatorNotAvailable])
    let progress = Progress()
    let worker = Worker(
      settings: settings(cluster, .exactlyOnce), logger: Self.logger,
      hooks: .init(observe: { progress.observe($0) }))
    async let exit = worker.runToEnd()
    try await waitUntil { progress.totals.records >= 50 }
    worker.stop()
    #expect(await exit == .clean)
    #expect(progress.totals.records == 50, "\(progress.problems)")
    withExtendedLifetime(cluster) {}
  }

  @Test("a fenced producer ends the worker with its exit code")
  func fenced() async throws {
    let cluster = try cluster()
    try produce(10, to: cluster.bootstrapServers)
    cluster.failNext(.endTransaction, with: [.producerFenced])
    let worker = Worker(settings: settings(cluster, .exactlyOnce), logger: Self.logger)
    let exit = await worker.runToEnd()
    #expect(exit.code == 3, "\(exit)")
    withExtendedLifetime(cluster) {}
  }

  @Test("brokers that never answer end the worker, and a stop is heard meanwhile")
  func unreachable() async throws {
    var settings = WorkerSettings(
      brokers: "127.0.0.1:1",
      stateDirectory: FileManager.default.temporaryDirectory.path + "/nuqta-\(UUID().uuidString)")
    settings.waitForBrokers = 0
    #expect(await Worker(settings: settings, logger: Self.logger).runToEnd().code == 8)
    settings.waitForBrokers = 600_000
    let worker = Worker(settings: settings, logger: Self.logger)
    async let exit = worker.runToEnd()
    try await Task.sleep(for: .milliseconds(300))
    worker.stop()
    #expect(await exit == .clean)
  }

  @Test("missing topics are named with the command that makes them")
  func missing() async throws {
    let cluster = try EmbeddedCluster(logger: Self.logger)
    try cluster.createTopic("articles", partitionCount: 2)
    try cluster.createTopic("sentence-units", partitionCount: 3)
    let exit = await Worker(settings: settings(cluster, .exactlyOnce), logger: Self.logger).runToEnd()
    #expect(exit.code == 2)
    withExtendedLifetime(cluster) {}
  }
}
