import Foundation
import Synchronization

/// Asks a worker to stop, from any thread, and wakes it if it waits.
package final class StopSignal: Sendable {
  private let isRaised = Atomic<Bool>(false)

  package init() {}

  /// Asks to stop.
  package func raise() {
    isRaised.store(true, ordering: .releasing)
  }

  /// Whether somebody has asked.
  package var shouldStop: Bool { isRaised.load(ordering: .acquiring) }

  /// Sleeps, but not longer than until the next twentieth of a second after somebody has asked.
  func wait(milliseconds: Int64) {
    var left = milliseconds
    while left > 0, !shouldStop {
      let slice = min(left, 50)
      Thread.sleep(forTimeInterval: Double(slice) / 1_000)
      left -= slice
    }
  }
}
