import StreamWorker
import Synchronization

/// Counts what the demo's worker has committed.
final class DemoProgress: Sendable {
  private let committed = Mutex(BatchTotals())

  func observe(_ event: WorkerEvent) {
    if case .committed(let totals, _) = event { committed.withLock { $0.add(totals) } }
  }

  var totals: BatchTotals { committed.withLock { $0 } }

  /// Waits until so many records are done; false when the time is up before.
  func wait(for records: Int, seconds: Int) async -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while totals.records < records {
      if ContinuousClock.now > end { return false }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return true
  }
}
