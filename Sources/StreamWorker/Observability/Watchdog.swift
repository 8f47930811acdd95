import Foundation
import Synchronization

/// Notices that the lane hangs in a call that keeps no time-out, such as sending offsets to a transaction while the group's
/// coordinator is away (librdkafka #5456), or freeing a client.
///
/// Time is counted in its own short sleeps, so a process that was paused (SIGSTOP, a suspended machine) is not taken for one that
/// hangs.
package final class Watchdog: Sendable {
  private struct State {
    var turns: UInt64 = 0
    var limit: Int64
    var ending: WorkerExit?
    var isOver = false
  }

  private let state: Mutex<State>
  private let tick: Int64
  private let bite: @Sendable (WorkerExit) -> Void

  /// Makes a watchdog that sleeps until `start()`.
  ///
  /// - Parameters:
  ///   - limit: How long the lane may stand still, in milliseconds.
  ///   - tick: How often it looks, in milliseconds.
  ///   - bite: Called once, on the watchdog's thread, with the exit that the process should end with.
  package init(limit: Int64, tick: Int64 = 1_000, bite: @escaping @Sendable (WorkerExit) -> Void) {
    state = Mutex(State(limit: limit))
    self.tick = tick
    self.bite = bite
  }

  /// Starts to look, on a thread of its own.
  package func start() {
    Thread.detachNewThread { [self] in watch() }
  }

  /// The lane has made a turn.
  package func beat() {
    state.withLock { $0.turns &+= 1 }
  }

  /// The lane begins to end: from now on it has so many milliseconds, and its own exit is what the process ends with.
  package func close(_ exit: WorkerExit, within limit: Int64) {
    state.withLock {
      $0.turns &+= 1
      $0.ending = exit
      $0.limit = limit
    }
  }

  /// The lane has ended: nothing is left to watch.
  package func end() {
    state.withLock { $0.isOver = true }
  }

  private func watch() {
    var seen: UInt64 = 0
    var idle: Int64 = 0
    while true {
      Thread.sleep(forTimeInterval: Double(tick) / 1_000)
      let now = state.withLock { ($0.isOver, $0.turns, $0.limit, $0.ending) }
      if now.0 { return }
      idle = now.1 == seen ? idle + tick : 0
      seen = now.1
      guard idle >= now.2 else { continue }
      return bite(Self.exit(ending: now.3, idle: idle))
    }
  }

  private static func exit(ending: WorkerExit?, idle: Int64) -> WorkerExit {
    switch ending {
    case nil:
      .noProgress("a call to Kafka has not returned for \(idle / 1_000) s; what was open is done anew after a restart")
    case .clean:
      .deadlinePassed("the clients could not be closed within \(idle / 1_000) s; what was done is committed")
    case .some(let exit): exit
    }
  }
}
