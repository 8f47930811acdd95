import StreamWorker
import Synchronization

/// Counts what the demo's worker has committed.
final class DemoProgress: Sendable {
  private let committed = Mutex(BatchTotals())
  private let isOver = Atomic<Bool>(false)

  func observe(_ event: WorkerEvent) {
    switch event {
    case .committed(let totals, _): committed.withLock { $0.add(totals) }
    case .stopped: isOver.store(true, ordering: .releasing)
    default: break
    }
  }

  /// Whether the worker has ended, as asked or by itself.
  var hasEnded: Bool { isOver.load(ordering: .acquiring) }

  var totals: BatchTotals { committed.withLock { $0 } }

  /// Waits until so many records are done; false when the worker ends or the time is up before.
  func wait(for records: Int, seconds: Int) async -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while totals.records < records {
      if hasEnded || ContinuousClock.now > end { return false }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return true
  }
}
