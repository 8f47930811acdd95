/// What a lane does next, decided from what became of the last thing it did.
///
/// The worker's loop as a pure state machine: no IO, no clock of its own, so that crashes, fencing, rebalances and time-outs
/// can be played through in tests. Each action has exactly one event as its answer. The rules it keeps:
///
/// - The producer is initialised before the group is joined, and committed offsets are read only after that.
/// - Positions are the lane's own. They move with records and with partition ends (transactional input ends in control
///   records), and a transaction's offsets are all positions that differ from what is committed.
/// - A call that may be repeated is repeated with identical arguments. An abort rewinds every partition to what is committed.
/// - After an unknown outcome the producer is replaced, then the committed offsets are read back: memory is not trusted.
/// - A record that a broker refuses is found by doing the articles of its batch alone (`LaneMachine+Refusals`).
/// - Revoked partitions: what is done is committed first, unless they are lost, then nothing of them is kept.
package struct LaneMachine: Sendable {
  /// What follows when a batch has ended, well or not.
  indirect enum After: Equatable, Sendable {
    case goOn
    /// Goes on with a record that must not be in the batch before.
    case record(LaneAction, InputPartition, offset: Int64)
    case unassign
    case close(WorkerExit)
  }

  indirect enum State: Equatable, Sendable {
    case new
    case initializing
    case subscribing
    case polling
    case readingCommitted([InputPartition], isReread: Bool)
    case readingStarts(isReread: Bool)
    case assigning
    case rewinding
    case beginning(Beginning)
    case processing(InputPartition, offset: Int64)
    case sendingOffsets([InputPartition: CommittedOffset], After)
    case committing([InputPartition: CommittedOffset], After)
    case flushing(After)
    case committingOffsets([InputPartition: CommittedOffset], After)
    case aborting(After, cause: ClientFailure)
    case replacing(After, cause: ClientFailure)
    case unassigning
    case measuringLoss(InputPartition)
    /// Pausing before the action is done (again) in the state.
    case pausing(LaneAction, State)
    case closing(WorkerExit)
    case stopped
  }

  /// What a transaction is opened for.
  enum Beginning: Equatable, Sendable {
    case record(LaneAction, InputPartition, offset: Int64)
    case offsets(After)
  }

  /// What has gone into the open batch: a transaction or, at least once, unflushed output.
  struct Batch: Equatable, Sendable {
    var openedAt: Int64
    var articles: [ArticlePosition] = []
    var bytes = 0
    /// Whether its one article must stay the only one.
    var isAlone = false
  }

  package let settings: LaneSettings
  var state = State.new
  var partitions: [InputPartition: PartitionProgress] = [:]
  var coverages: [String: TopicCoverage] = [:]
  /// Partitions whose start is being looked up.
  var unplaced: [InputPartition] = []
  var batch: Batch?
  var lastCommit: Int64 = 0
  /// Batches thrown away since the last commit for a reason of which nobody knows whether it passes.
  var aborts = 0
  /// Batches thrown away since the last commit.
  var rewinds = 0
  /// When the first of them was, in milliseconds.
  var firstRewind: Int64 = 0
  /// Articles that can't be done like the others.
  var treatments: [ArticlePosition: Treatment] = [:]
  /// How often the present call has failed.
  var attempts = 0
  var recentLetters: RecentLetters?
  var isStopping = false

  package init(settings: LaneSettings) {
    self.settings = settings
    recentLetters = settings.deadLetterLimit.map(RecentLetters.init)
  }

  /// How the lane ends, once that is decided; `nil` before.
  package var ending: WorkerExit? {
    if case .closing(let exit) = state { exit } else { nil }
  }

  /// The positions of the partitions that the lane owns; `nil` where nothing was read yet.
  package var positions: [InputPartition: Int64?] { partitions.mapValues(\.next) }

  /// Asks for a clean end: what is under way is committed first.
  ///
  /// Takes effect with the next event.
  package mutating func requestStop() {
    isStopping = true
  }

  /// Decides what comes next.
  ///
  /// - Parameters:
  ///   - event: What became of the last action; `.started` at first.
  ///   - now: A monotonic time in milliseconds.
  package mutating func handle(_ event: LaneEvent, now: Int64) -> LaneAction {
    switch (state, event) {
    case (.new, .started):
      return enter(.initializing, .initializeProducer)
    case (.initializing, .done):
      return enter(.subscribing, .subscribe(settings.topics))
    case (.initializing, .failed(let failure)):
      return startFailed(failure, action: .initializeProducer)
    case (.subscribing, .done):
      return goOn(now: now)
    case (.subscribing, .failed(let failure)):
      return startFailed(failure, action: .subscribe(settings.topics))

    case (.polling, .polled(let event)):
      return polled(event, now: now)

    case (.readingCommitted(let wanted, let isReread), .committed(let offsets, let counts)):
      return startPositions(of: wanted, stored: offsets, counts: counts, isReread: isReread, now: now)
    case (.readingCommitted(let wanted, _), .failed(let failure)):
      return startFailed(failure, action: .readCommitted(wanted))
    case (.readingStarts(let isReread), .watermarks(let marks)):
      return startAtEnd(marks, isReread: isReread, now: now)
    case (.readingStarts, .failed(let failure)):
      return startFailed(failure, action: .readWatermarks(unplaced))
    case (.assigning, .done), (.unassigning, .done):
      return goOn(now: now)
    case (.assigning, .failed(let failure)):
      return startFailed(failure, action: .assign(resumePositions))
    case (.rewinding, .done):
      return pause(before: .poll(milliseconds: 0), in: .polling, attempt: rewinds)
    case (.rewinding, .failed(let failure)):
      return startFailed(failure, action: .seek(resumePositions))
    case (.unassigning, .failed(let failure)):
      return close(Self.exit(for: failure))

    case (.beginning(let reason), .done):
      return begun(reason, now: now)
    case (.beginning(let reason), .failed(let failure)):
      return beginFailed(reason, failure)
    case (.processing(let partition, let offset), .produced(let bytes, let isLetter)):
      return processed(partition, offset: offset, bytes: bytes, isLetter: isLetter, now: now)
    case (.processing, .failed(let failure)):
      return throwAway(failure, then: .goOn, now: now)

    case (.sendingOffsets(let offsets, let after), .done):
      return enter(.committing(offsets, after), .commit)
    case (.sendingOffsets(let offsets, let after), .failed(let failure)):
      return commitFailed(failure, action: .sendOffsets(offsets), then: after, now: now)
    case (.committing(let offsets, let after), .done), (.committingOffsets(let offsets, let after), .done):
      return committed(offsets, then: after, now: now)
    case (.committing(_, let after), .failed(let failure)):
      return commitFailed(failure, action: .commit, then: after, now: now)
    case (.flushing(let after), .done):
      return flushed(then: after, now: now)
    case (.flushing(let after), .failed(let failure)):
      return commitFailed(failure, action: .flush, then: after, now: now)
    case (.committingOffsets(let offsets, let after), .failed(let failure)):
      return offsetsFailed(failure, offsets, then: after, now: now)

    case (.aborting(let after, let cause), .done):
      return aborted(then: after, cause: cause, now: now)
    case (.aborting(let after, let cause), .failed(let failure)):
      return abortFailed(failure, then: after, cause: cause)
    case (.replacing(let after, let cause), .done):
      return replaced(then: after, cause: cause, now: now)
    case (.replacing, .failed(let failure)):
      return startFailed(failure, action: .replaceProducer)

    case (.measuringLoss(let partition), .watermarks(let marks)):
      return measured(partition, marks: marks[partition], now: now)
    case (.measuringLoss(let partition), .failed(let failure)):
      return measuringFailed(failure, partition)

    case (.pausing(let action, let next), .done):
      return paused(before: action, in: next, now: now)
    case (.closing(let exit), .done), (.closing(let exit), .failed):
      return enter(.stopped, .stop(exit))

    default:
      // Names only: an event and a state may hold an article.
      return close(
        .fatal(
          "internal error: the lane can't place the event '\(Self.name(event))' in the state '\(Self.name(state))'"))
    }
  }

  /// The name of an enumeration's case, without what it holds.
  private static func name(_ value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  /// Goes to a state whose action is to be done for the first time.
  mutating func enter(_ next: State, _ action: LaneAction) -> LaneAction {
    attempts = 0
    state = next
    return action
  }

  /// Goes on reading, or ends if that is asked for.
  mutating func goOn(now: Int64) -> LaneAction {
    if isStopping { return endBatch(then: .close(.clean), now: now) }
    guard let batch else { return enter(.polling, .poll(milliseconds: settings.idlePoll)) }
    if isFull(batch, now: now) { return endBatch(then: .goOn, now: now) }
    return enter(.polling, .poll(milliseconds: 0))
  }
}
