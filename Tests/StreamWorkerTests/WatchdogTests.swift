import Foundation
import StreamWorker
import Synchronization
import Testing

@Suite("The watchdog")
struct WatchdogTests {
  private final class Bites: Sendable {
    private let exits = Mutex<[WorkerExit]>([])
    func add(_ exit: WorkerExit) { exits.withLock { $0.append(exit) } }
    var all: [WorkerExit] { exits.withLock { $0 } }

    func wait() async throws -> [WorkerExit] {
      for _ in 0..<500 where all.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      return all
    }
  }

  @Test("a lane that hangs is noticed once, with the code for no progress")
  func hangs() async throws {
    let bites = Bites()
    let watchdog = Watchdog(limit: 50, tick: 10) { bites.add($0) }
    watchdog.start()
    let exits = try await bites.wait()
    #expect(exits.map(\.code) == [6])
    try await Task.sleep(for: .milliseconds(150))
    #expect(bites.all.count == 1)
  }

  @Test("a lane that hangs while it closes ends with its own code, a clean one with that of a late stop")
  func closes() async throws {
    for (ending, code) in [(WorkerExit.fenced("x"), Int32(3)), (.clean, 7)] {
      let bites = Bites()
      let watchdog = Watchdog(limit: 600_000, tick: 10) { bites.add($0) }
      watchdog.start()
      watchdog.close(ending, within: 50)
      #expect(try await bites.wait().map(\.code) == [code])
    }
  }

  @Test("a lane that turns, or has ended, is left alone")
  func leaves() async throws {
    let bites = Bites()
    let watchdog = Watchdog(limit: 1_000, tick: 10) { bites.add($0) }
    watchdog.start()
    // On a thread of its own: a busy pool would stand still like a lane that hangs.
    await BlockingThread.run(named: "beats") {
      for _ in 0..<150 {
        watchdog.beat()
        Thread.sleep(forTimeInterval: 0.01)
      }
      watchdog.end()
      Thread.sleep(forTimeInterval: 1.5)
    }
    #expect(bites.all.isEmpty)
  }
}
