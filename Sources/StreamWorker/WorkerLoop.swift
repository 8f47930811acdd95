package import ArticlePipeline
package import SentenceUnits

/// The thin shell round `LaneMachine`: does what the machine wants, one action after the other, on the calling thread.
package struct WorkerLoop<Client: WorkerClient>: ~Copyable {
  /// What the loop needs of the process it runs in; a test stands in for it.
  package struct Surroundings {
    /// A monotonic time in milliseconds.
    package var now: () -> Int64
    /// Waits, but not longer than a stop is asked for.
    package var wait: (_ milliseconds: Int64) -> Void
    /// Whether the worker is asked to stop.
    package var shouldStop: () -> Bool
    /// Called at every turn, so that somebody can see that the loop goes round.
    package var beat: () -> Void
    /// Told what happens.
    package var report: (WorkerEvent) -> Void
    /// Told how the loop ends, before the client is closed, which may take long.
    package var closes: (WorkerExit) -> Void

    /// Notes which article is being worked on.
    package var journal: CrashJournal?

    package init(
      now: @escaping () -> Int64, wait: @escaping (Int64) -> Void, shouldStop: @escaping () -> Bool,
      beat: @escaping () -> Void = {}, report: @escaping (WorkerEvent) -> Void = { _ in },
      closes: @escaping (WorkerExit) -> Void = { _ in }, journal: CrashJournal? = nil
    ) {
      self.now = now
      self.wait = wait
      self.shouldStop = shouldStop
      self.beat = beat
      self.report = report
      self.closes = closes
      self.journal = journal
    }
  }

  /// How often a summary is reported while there is something to sum up, in milliseconds.
  private static var summaryInterval: Int64 { 60_000 }

  private let client: Client
  private let processor: ArticleProcessor
  private let surroundings: Surroundings
  private var machine: LaneMachine
  private var event = LaneEvent.started
  private var arena = RecordArena()
  private var scratch: CutterScratch
  private var batch = BatchTotals()
  private var sinceSummary = BatchTotals()
  private var commits = 0
  private var lastSummary: Int64 = 0
  private var commitStarted: Int64 = 0
  /// The offsets in the open transaction.
  private var sentOffsets: [InputPartition: CommittedOffset] = [:]

  package init(
    client: Client, processor: ArticleProcessor, settings: LaneSettings, surroundings: Surroundings
  ) throws(CutError) {
    scratch = try CutterScratch()
    self.client = client
    self.processor = processor
    self.surroundings = surroundings
    machine = LaneMachine(settings: settings)
    lastSummary = surroundings.now()
  }

  /// Runs until the worker is asked to stop or can't go on.
  package mutating func run() -> WorkerExit {
    while true {
      if let exit = step() { return exit }
    }
  }

  /// Does one action; gives the exit when the loop has ended.
  ///
  /// A simulator calls it to let several workers take turns.
  package mutating func step() -> WorkerExit? {
    if surroundings.shouldStop() { machine.requestStop() }
    surroundings.beat()
    let action = machine.handle(event, now: surroundings.now())
    if case .stop(let exit) = action {
      summarise(force: true)
      surroundings.report(.stopped(exit))
      return exit
    }
    event = perform(action)
    if case .failed(let failure) = event { surroundings.report(.failed(action: action.name, failure)) }
    summarise(force: false)
    return nil
  }

  private mutating func perform(_ action: LaneAction) -> LaneEvent {
    do throws(ClientFailure) {
      return try attempt(action)
    } catch {
      return .failed(error)
    }
  }

  private mutating func attempt(_ action: LaneAction) throws(ClientFailure) -> LaneEvent {
    switch action {
    case .initializeProducer: try client.initializeProducer()
    case .replaceProducer:
      abandon()
      try client.replaceProducer()
    case .subscribe(let topics): try client.subscribe(to: topics)
    case .poll(let milliseconds): return .polled(poll(milliseconds))
    case .readCommitted(let partitions): return try readCommitted(partitions)
    case .readWatermarks(let partitions):
      var marks: [InputPartition: Watermarks] = [:]
      for partition in partitions { marks[partition] = try client.watermarks(of: partition) }
      return .watermarks(marks)
    case .assign(let positions):
      try client.assign(positions)
      surroundings.report(.assigned(positions))
    case .unassign: try client.unassign()
    case .begin: try client.beginTransaction()
    case .process(let record): return try process(record)
    case .deadLetter(let record, let unusable, let withoutValue):
      return try letter(record, unusable, withoutValue: withoutValue)
    case .sendOffsets(let offsets):
      commitStarted = surroundings.now()
      try client.sendOffsets(offsets)
      sentOffsets = offsets
    case .commit:
      try client.commitTransaction()
      committed(sentOffsets)
    case .abort:
      abandon()
      try client.abortTransaction()
    case .flush:
      commitStarted = surroundings.now()
      try client.flush()
    case .commitOffsets(let offsets):
      try client.commitOffsets(offsets)
      committed(offsets)
    case .seek(let positions):
      abandon()
      try client.seek(to: positions)
    case .wait(let milliseconds): surroundings.wait(milliseconds)
    case .close:
      if let exit = machine.ending { surroundings.closes(exit) }
      client.close()
    case .stop: break
    }
    return .done
  }

  private func poll(_ milliseconds: Int) -> ClientEvent? {
    let event = client.poll(milliseconds: milliseconds)
    switch event {
    case .revoked(let partitions, let lost): surroundings.report(.revoked(count: partitions.count, lost: lost))
    case .failed(let failure): surroundings.report(.clientProblem(failure))
    default: break
    }
    return event
  }

  /// Reads what the group has stored for all partitions of the topics: the others' notes say which partitions are new.
  private func readCommitted(_ wanted: [InputPartition]) throws(ClientFailure) -> LaneEvent {
    var counts: [String: Int] = [:]
    var all: Set<InputPartition> = Set(wanted)
    for topic in Set(wanted.map(\.topic)).sorted() {
      let count = try client.partitionCount(of: topic)
      counts[topic] = count
      for number in 0..<count { all.insert(InputPartition(topic: topic, number: Int32(number))) }
    }
    return .committed(try client.committedOffsets(of: all.sorted()), partitionCounts: counts)
  }

  private mutating func process(_ record: InputRecord) throws(ClientFailure) -> LaneEvent {
    arena.removeAll()
    let partition = InputPartition(topic: record.topic, number: record.partition)
    surroundings.journal?.enter(ArticlePosition(partition, offset: record.offset))
    #if DEBUG
      PlantedTrap.spring(on: record)
    #endif
    let outcome = processor.process(record, into: &arena, using: &scratch)
    surroundings.journal?.leave()
    return try produce(outcome, of: record, from: partition)
  }

  private mutating func letter(
    _ record: InputRecord, _ unusable: UnusableRecord, withoutValue: Bool
  ) throws(ClientFailure) -> LaneEvent {
    arena.removeAll()
    let partition = InputPartition(topic: record.topic, number: record.partition)
    let outcome = processor.reject(record, unusable, withoutValue: withoutValue, into: &arena)
    return try produce(outcome, of: record, from: partition)
  }

  private mutating func produce(
    _ outcome: ArticleOutcome, of record: InputRecord, from partition: InputPartition
  ) throws(ClientFailure) -> LaneEvent {
    try client.produce(arena, from: partition)
    batch.add(outcome, bytes: arena.bytes.count)
    surroundings.report(.processed(partition, offset: record.offset, outcome))
    if case .deadLetter = outcome { return .produced(bytes: arena.bytes.count, isLetter: true) }
    return .produced(bytes: arena.bytes.count)
  }

  private mutating func committed(_ offsets: [InputPartition: CommittedOffset]) {
    surroundings.journal?.settle(offsets)
    commits += 1
    sinceSummary.add(batch)
    surroundings.report(.committed(batch, milliseconds: surroundings.now() - commitStarted))
    batch = BatchTotals()
  }

  private mutating func abandon() {
    if batch.records > 0 { surroundings.report(.abandoned(batch)) }
    batch = BatchTotals()
  }

  private mutating func summarise(force: Bool) {
    let now = surroundings.now()
    guard force || now - lastSummary >= Self.summaryInterval else { return }
    lastSummary = now
    guard sinceSummary.records > 0 else { return }
    surroundings.report(.summary(sinceSummary, commits: commits))
    sinceSummary = BatchTotals()
    commits = 0
  }
}
