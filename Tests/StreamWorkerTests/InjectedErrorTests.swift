import ArticlePipeline
import Foundation
import KafkaClient
import Logging
import StreamWorker
import Synchronization
import Testing

/// Every error that a broker can answer to the requests behind a transaction, one after the other on a worker at work.
///
/// librdkafka's mock cluster answers once with the code, rightly afterwards. Then either all input gets done, or the worker ends with
/// the exit code that says what is to be done; never does it hang.
@Suite("The worker and the errors of brokers", .serialized)
struct InjectedErrorTests {
  private static let logger: Logger = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }()

  /// What must become of a code.
  enum Fate: Equatable, Sendable {
    case done
    case exit(Int32)
  }

  struct Injection: Sendable {
    let kind: RequestKind
    let fates: [(code: KafkaErrorCode, fate: Fate)]
  }

  private static let passing: [(code: KafkaErrorCode, fate: Fate)] = [
    (.coordinatorNotAvailable, .done), (.coordinatorLoading, .done), (.notCoordinator, .done),
    (.requestTimedOut, .done), (.transport, .done), (.concurrentTransactions, .done),
  ]

  static let injections: [Injection] = [
    Injection(
      kind: .produce,
      fates: [
        (.leaderNotAvailable, .done), (.notLeaderForPartition, .done), (.requestTimedOut, .done),
        (.notEnoughReplicas, .done), (.notEnoughReplicasAfterAppend, .done), (.networkException, .done),
        (.storageError, .done), (.unknownTopicOrPartition, .done), (.transport, .done), (.messageTooLarge, .done),
        (.recordListTooLarge, .done), (.invalidRecord, .done), (.invalidTimestamp, .done), (.policyViolation, .done),
        (.invalidMessage, .done), (.invalidProducerEpoch, .exit(3)), (.outOfOrderSequenceNumber, .exit(4)),
        (.unknownProducerID, .done), (.topicAuthorizationFailed, .exit(2)), (.clusterAuthorizationFailed, .exit(2)),
        (.transactionalIDAuthorizationFailed, .exit(2)),
      ]),
    Injection(
      kind: .addPartitionsToTransaction,
      fates: passing + [
        (.unknownTopicOrPartition, .done), (.invalidTransactionState, .exit(4)), (.invalidProducerIDMapping, .done),
        (.invalidProducerEpoch, .exit(3)), (.producerFenced, .exit(3)), (.topicAuthorizationFailed, .exit(2)),
        (.transactionalIDAuthorizationFailed, .exit(2)),
      ]),
    Injection(
      kind: .addOffsetsToTransaction,
      fates: passing + [
        (.invalidTransactionState, .exit(4)), (.invalidProducerIDMapping, .done), (.unknownProducerID, .done),
        (.invalidProducerEpoch, .exit(3)), (.producerFenced, .exit(3)), (.groupAuthorizationFailed, .exit(2)),
        (.transactionalIDAuthorizationFailed, .exit(2)),
      ]),
    Injection(
      kind: .transactionalOffsetCommit,
      fates: passing + [
        (.unknownTopicOrPartition, .done), (.illegalGeneration, .done), (.unknownMember, .done),
        (.rebalanceInProgress, .done), (.fencedInstanceID, .exit(3)), (.invalidProducerEpoch, .exit(3)),
        (.producerFenced, .exit(3)), (.groupAuthorizationFailed, .exit(2)),
        (.transactionalIDAuthorizationFailed, .exit(2)), (.unsupportedVersion, .exit(2)),
      ]),
    Injection(
      kind: .endTransaction,
      fates: passing + [
        (.invalidTransactionState, .exit(4)), (.invalidProducerIDMapping, .done), (.unknownProducerID, .done),
        (.invalidProducerEpoch, .exit(3)), (.producerFenced, .exit(3)), (.transactionalIDAuthorizationFailed, .exit(2)),
      ]),
  ]

  @Test("a broker's error is mended, or ends the worker with the code that says what to do")
  func injected() async throws {
    // Side by side, each kind on a cluster of its own: most of the time is waiting.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for injection in Self.injections {
        group.addTask { try await Self.mended(injection) }
        // A worker that ends can't be started again on the same cluster: the mock one forgets what a transaction committed.
        for (code, fate) in injection.fates where fate != .done {
          group.addTask { try await Self.inject(injection.kind, [(code, fate)]) }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func mended(_ injection: Injection) async throws {
    try await inject(injection.kind, injection.fates.filter { $0.fate == .done })
  }

  private static func inject(_ kind: RequestKind, _ fates: [(code: KafkaErrorCode, fate: Fate)]) async throws {
    let fixture = try Fixture(logger: logger)
    for (code, fate) in fates {
      let found = try await fixture.inject(kind, code)
      #expect(found == fate, "\(kind) \(code.name): \(fixture.problems)")
    }
    await fixture.stop()
  }

  /// A mock cluster with a worker on it, which is started again after it has ended.
  final class Fixture {
    private let cluster: EmbeddedCluster
    private let logger: Logger
    private let producer: PlainProducer
    private let observed = Observed()
    private var worker: Worker?
    private var run: Task<WorkerExit, Never>?
    private var produced = 0

    init(logger: Logger) throws {
      self.logger = logger
      cluster = try EmbeddedCluster(logger: logger)
      for topic in ["articles", "sentence-units", "article-manifests", "article-dead-letters"] {
        try cluster.createTopic(topic, partitionCount: 2)
      }
      producer = try PlainProducer(
        configuration: ClientConfiguration(role: .producer, brokers: cluster.bootstrapServers), logger: logger)
    }

    var problems: [String] { observed.takeProblems() }

    /// Lets a request fail once, and says what comes of it.
    func inject(_ kind: RequestKind, _ code: KafkaErrorCode) async throws -> Fate? {
      if worker == nil { try await start() }
      _ = observed.takeProblems()
      // The worker waits behind a commit while the test writes its own records: the next request of the kind is the worker's.
      observed.isHeld.store(true, ordering: .releasing)
      try put(1)
      guard let early = try await settle(), early == .done else { return nil }
      try put(5)
      cluster.failNext(kind, with: [code])
      observed.isHeld.store(false, ordering: .releasing)
      return try await settle()
    }

    private func put(_ count: Int) throws {
      for number in produced..<(produced + count) {
        var headers = RecordHeaders()
        headers.add(name: "content-type", value: "text/plain".utf8.span)
        try producer.produce(
          to: "articles", partition: .number(Int32(number % 2)), key: "urn:\(number)".utf8.span,
          value: "One \(number). Two.".utf8.span, headers: &headers)
      }
      try producer.flush(milliseconds: 10_000)
      produced += count
    }

    private func start() async throws {
      let state = FileManager.default.temporaryDirectory.appendingPathComponent("nuqta-\(UUID().uuidString)").path
      var settings = WorkerSettings(brokers: cluster.bootstrapServers, stateDirectory: state)
      settings.instanceID = "one"
      let observed = observed
      let worker = Worker(settings: settings, logger: logger, hooks: .init(observe: { observed.observe($0) }))
      self.worker = worker
      observed.begin(from: produced)
      run = Task { await worker.runToEnd() }
      // The first articles show that it is at work.
      try put(2)
      _ = try await settle()
    }

    /// Waits until the worker has done everything, or has ended.
    private func settle() async throws -> Fate? {
      for _ in 0..<600 {
        if let exit = observed.exit {
          _ = await run?.value
          worker = nil
          return .exit(exit.code)
        }
        if observed.records >= produced { return .done }
        try await Task.sleep(for: .milliseconds(50))
      }
      return nil
    }

    func stop() async {
      worker?.stop()
      _ = await run?.value
      worker = nil
    }
  }

  /// What a worker says, as far as a test waits for it.
  final class Observed: Sendable {
    private struct State {
      var records = 0
      var exit: WorkerExit?
      var problems: [String] = []
    }
    private let state = Mutex(State())
    /// Whether the worker has to wait behind its next commit.
    let isHeld = Atomic<Bool>(false)

    func begin(from records: Int) {
      state.withLock { $0 = State(records: records) }
    }

    func observe(_ event: WorkerEvent) {
      state.withLock { state in
        switch event {
        case .committed(let totals, _): state.records += totals.records
        case .stopped(let exit): state.exit = exit
        case .failed(let action, let failure): state.problems.append("\(action): \(failure)")
        default: break
        }
      }
      if case .committed = event {
        while isHeld.load(ordering: .acquiring) { usleep(5_000) }
      }
    }

    var records: Int { state.withLock { $0.records } }
    var exit: WorkerExit? { state.withLock { $0.exit } }
    func takeProblems() -> [String] {
      state.withLock { state in
        defer { state.problems = [] }
        return state.problems
      }
    }
  }
}
