import Foundation

/// The OS thread that owns a lane's Kafka handles.
///
/// Calls to librdkafka block for milliseconds to seconds; on Swift's cooperative pool each would take a core from everybody.
enum LaneThread {
  /// Runs a body on a thread of its own and gives what it returns.
  static func run<Result: Sendable>(named name: String, _ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.name = name
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}
