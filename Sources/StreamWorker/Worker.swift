import Foundation
package import Logging
import ServiceLifecycle
import Synchronization

/// A worker: sets everything up, then runs its lane until it is asked to stop or can't go on.
///
/// A `Service`, so that signals and graceful shutdown are the service group's business, and the worker can run beside others in
/// one process. All that blocks happens on the lane's own thread.
package final class Worker: Service {
  /// What the worker is told besides its settings.
  package struct Hooks: Sendable {
    /// Called on the lane's thread for every event.
    package var observe: @Sendable (WorkerEvent) -> Void
    /// Called when a stop takes longer than the settings allow, or the lane hangs; the process can only be ended then, since a
    /// call into librdkafka that hangs can't be taken back.
    package var deadlinePassed: @Sendable (WorkerExit) -> Void

    package init(
      observe: @escaping @Sendable (WorkerEvent) -> Void = { _ in },
      deadlinePassed: @escaping @Sendable (WorkerExit) -> Void = { _ in }
    ) {
      self.observe = observe
      self.deadlinePassed = deadlinePassed
    }
  }

  private let settings: WorkerSettings
  private let logger: Logger
  private let hooks: Hooks
  private let signal = StopSignal()
  private let hasEnded = Atomic<Bool>(false)

  package init(settings: WorkerSettings, logger: Logger, hooks: Hooks = Hooks()) {
    self.settings = settings
    self.logger = logger
    self.hooks = hooks
  }

  /// Runs until a graceful shutdown; throws the exit where it is not a clean one.
  package func run() async throws {
    let exit = await runToEnd()
    if exit != .clean { throw exit }
  }

  /// Runs until a graceful shutdown or `stop()`.
  package func runToEnd() async -> WorkerExit {
    await withGracefulShutdownHandler {
      await BlockingThread.run(named: "nuqta lane 0") { [self] in
        let exit = work()
        hasEnded.store(true, ordering: .releasing)
        return exit
      }
    } onGracefulShutdown: { [self] in
      stop()
    }
  }

  /// Asks for a clean end and watches the deadline.
  package func stop() {
    if signal.shouldStop { return }
    signal.raise()
    logger.info("stopping")
    let seconds = Double(settings.shutdownTimeout) / 1_000
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: seconds)
      guard !hasEnded.load(ordering: .acquiring) else { return }
      let exit = WorkerExit.deadlinePassed(
        "not done \(seconds) s after being asked to stop; what was open is done anew")
      WorkerEvent.stopped(exit).log(to: logger)
      hooks.deadlinePassed(exit)
    }
  }

  private func work() -> WorkerExit {
    do throws(WorkerExit) {
      let setup = try WorkerSetup(settings: settings, signal: signal, logger: logger)
      return setup.run(hooks: hooks)
    } catch {
      WorkerEvent.stopped(error).log(to: logger)
      hooks.observe(.stopped(error))
      return error
    }
  }
}
