import Foundation

/// A thread for work that blocks, such as the one that owns a lane's Kafka handles.
///
/// Calls to librdkafka block for milliseconds to seconds; on Swift's cooperative pool each would take a core from everybody.
package enum BlockingThread {
  /// Runs a body on a thread of its own and gives what it returns.
  package static func run<Result: Sendable>(named name: String, _ body: @escaping @Sendable () -> Result) async
    -> Result
  {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.name = name
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}
