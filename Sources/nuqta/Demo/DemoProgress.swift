import StreamWorker
import Synchronization

/// Counts what the demo's worker has committed.
final class DemoProgress: Sendable {
  /// How a wait ended.
  enum Outcome {
    case complete
    /// The worker ended before: it failed, or was asked to stop.
    case ended
    case timeUp
  }

  private let committed = Mutex(BatchTotals())
  private let hasEnded = Atomic<Bool>(false)

  func observe(_ event: WorkerEvent) {
    switch event {
    case .committed(let totals, _): committed.withLock { $0.add(totals) }
    case .stopped: hasEnded.store(true, ordering: .releasing)
    default: break
    }
  }

  var totals: BatchTotals { committed.withLock { $0 } }

  /// Waits until so many records are done, the worker has ended, or the time is up.
  func wait(for records: Int, seconds: Int) async -> Outcome {
    let end = ContinuousClock.now + .seconds(seconds)
    while totals.records < records {
      if hasEnded.load(ordering: .acquiring) { return .ended }
      if ContinuousClock.now > end { return .timeUp }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return .complete
  }
}
