import ArticlePipeline
import StreamWorker
import TestSupport

/// Workers that take turns on a simulated cluster, with faults drawn from a seed.
struct Simulation {
  final class Worker {
    let client: SimulatedClient
    var loop: WorkerLoop<MisbehavingClient>
    let slot: Int

    init(client: SimulatedClient, loop: consuming WorkerLoop<MisbehavingClient>, slot: Int) {
      self.client = client
      self.loop = loop
      self.slot = slot
    }
  }

  final class Time {
    var now: Int64 = 1_000_000
    var stopping: Set<Int> = []
  }

  let cluster: SimulatedCluster
  let processor = ArticleProcessor()
  let time = Time()
  var random: SeededRandom
  var settings: LaneSettings
  /// How many of a thousand calls go wrong.
  var faultsPerThousand: UInt64 = 0
  /// How many of a thousand turns bring something from outside: a lost member, a transaction that times out, a stop.
  var disturbancesPerThousand: UInt64 = 0
  /// What is wrong with the workers.
  var defect: Defect?
  var workers: [Worker] = []
  var exits: [WorkerExit] = []
  /// Exits that nothing in the simulation is the reason for.
  var strangeExits: [WorkerExit] = []
  /// Faults met, for the report of a run.
  let faults = Counter()

  final class Counter { var count = 0 }

  init(partitions: Int, seed: UInt64, guarantee: DeliveryGuarantee = .exactlyOnce) {
    cluster = SimulatedCluster(partitions: partitions)
    random = SeededRandom(seed: seed)
    settings = LaneSettings(topics: ["articles"])
    settings.guarantee = guarantee
    // Faults come thick here; that input is never given up is tested apart.
    settings.maxAborts = 1_000
  }

  /// Fills the logs with articles and, now and then, a control record.
  mutating func fill(_ count: Int) {
    for number in 0..<count {
      let partition = Int(random.next() % UInt64(cluster.logs.count))
      cluster.append(.record(key: "urn:a:\(number)", value: "Headline \(number)\nOne. Two \(number)."), to: partition)
      if random.next() % 10 == 0 { cluster.append(.control, to: partition) }
    }
    for partition in cluster.logs.indices { cluster.append(.control, to: partition) }
  }

  mutating func start(slot: Int) throws {
    let client = SimulatedClient(
      cluster: cluster, transactionalID: "nuqta-\(slot)", isTransactional: settings.guarantee == .exactlyOnce)
    let seed = random.next()
    let rate = faultsPerThousand
    let faults = faults
    let generator = Generator(seed: seed)
    client.fault = { call in
      guard generator.next() % 1_000 < rate else { return nil }
      faults.count += 1
      return Self.fault(for: call, draw: generator.next())
    }
    let time = time
    let loop = try WorkerLoop(
      client: MisbehavingClient(client, defect: defect), processor: processor, settings: settings,
      surroundings: .init(
        now: { time.now }, wait: { time.now += $0 }, shouldStop: { time.stopping.contains(slot) }))
    workers.append(Worker(client: client, loop: loop, slot: slot))
  }

  /// A generator that closures share.
  final class Generator {
    private var random: SeededRandom
    init(seed: UInt64) { random = SeededRandom(seed: seed) }
    func next() -> UInt64 { random.next() }
  }

  /// A fault that this call can meet: only calls whose outcome a broker decides can lose their answer.
  static func fault(for call: SimulatedClient.Call, draw: UInt64) -> SimulatedClient.Fault {
    switch draw % 7 {
    case 0: return .crashBefore
    case 1: return .crashAfter
    case 2, 3: return .before(.retriable)
    case 4:
      switch call {
      case .produce, .sendOffsets, .commit: return .before(.abortable)
      default: return .before(.retriable)
      }
    case 5:
      switch call {
      case .sendOffsets, .commit, .abort: return .after(.unknownOutcome)
      case .produce, .flush: return .half(.abortable)
      default: return .before(.retriable)
      }
    default:
      switch call {
      case .sendOffsets, .commit, .abort: return .before(.unknownOutcome)
      case .commitOffsets: return .after(.retriable)
      default: return .before(.retriable)
      }
    }
  }

  /// Something that happens to a worker from outside.
  private mutating func disturb(_ worker: Worker) {
    switch random.next() % 3 {
    case 0:
      // Best of all one that is about to commit: its offsets may still come while another reads what is committed.
      let open = workers.first { cluster.open[$0.client.transactionalID]?.offsets.isEmpty == false }
      cluster.evict((open ?? worker).client)
    case 1: cluster.timeOut(worker.client.transactionalID)
    default: time.stopping.insert(worker.slot)
    }
  }

  /// Lets the workers take turns until all input is committed, starts dead ones again, and gives the turns taken.
  mutating func run(turns limit: Int = 200_000) throws -> Int {
    for turn in 0..<limit {
      time.now += Int64(random.next() % 5)
      let index = Int(random.next() % UInt64(workers.count))
      if random.next() % 1_000 < disturbancesPerThousand { disturb(workers[index]) }
      if let exit = workers[index].loop.step() {
        exits.append(exit)
        let slot = workers[index].slot
        if !isExplained(exit, of: workers[index]) { strangeExits.append(exit) }
        time.stopping.remove(slot)
        workers[index].client.crash()
        workers.remove(at: index)
        try start(slot: slot)
      }
      if isDone { return turn }
    }
    return limit
  }

  private func isExplained(_ exit: WorkerExit, of worker: Worker) -> Bool {
    switch exit {
    case .clean: time.stopping.contains(worker.slot)
    case .fenced: true
    case .fatal: worker.client.isDead
    default: false
    }
  }

  /// Whether every partition is committed up to its end.
  var isDone: Bool {
    cluster.logs.indices.allSatisfy { number in
      let partition = InputPartition(topic: cluster.topic, number: Int32(number))
      return cluster.committed[partition]?.offset == Int64(cluster.logs[number].count)
    }
  }

  /// Where a read-committed reader finds other records than an undisturbed worker would have written, and which articles it is.
  var differences: [String] {
    let expected = cluster.expected(by: processor)
    return expected.indices.compactMap { partition in
      let found = cluster.outputs[partition]
      guard found != expected[partition] else { return nil }
      func articles(_ outputs: [SimulatedCluster.Output]) -> [String] {
        outputs.filter { $0.stream == .manifests }.map { String(decoding: $0.key ?? [], as: UTF8.self) }
      }
      let (have, want) = (articles(found), articles(expected[partition]))
      let place = zip(have, want).enumerated().first { $1.0 != $1.1 }?.offset ?? min(have.count, want.count)
      return "partition \(partition): \(have.count) articles, not \(want.count); first other one at \(place): "
        + "\(have.dropFirst(place).first ?? "none") for \(want.dropFirst(place).first ?? "none")"
    }
  }

  /// Asks all workers to stop and runs them to their end.
  mutating func stop() -> [WorkerExit] {
    time.stopping = Set(workers.map(\.slot))
    var ends: [WorkerExit] = []
    for index in workers.indices {
      for _ in 0..<10_000 {
        if let exit = workers[index].loop.step() {
          ends.append(exit)
          break
        }
      }
    }
    return ends
  }
}
