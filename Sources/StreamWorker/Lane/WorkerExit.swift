/// How a worker ended; its code is the process's exit code, listed in docs/operations.md.
package enum WorkerExit: Error, Sendable, Equatable {
  /// Asked to stop, and all that was under way is committed.
  case clean
  /// Something is set up wrongly: a topic, a property, an authorization. Starting again without a change is of no use.
  case setUp(String)
  /// Another worker with the same transactional id or instance id has taken over.
  case fenced(String)
  /// The Kafka client can't go on; a restart makes a new one.
  case fatal(String)
  /// The position is outside what the topic holds, or there is none and `--from fail` is set.
  case offsetsLost(String)
  /// The same input was aborted again and again, or a call to Kafka hung.
  case noProgress(String)
  /// Asked to stop, but not done when the deadline passed.
  case deadlinePassed(String)
  /// More dead letters than the operator allows: a setting or a feed is wrong.
  case tooManyDeadLetters(String)
  /// No broker could be reached at the start.
  case unreachable(String)

  /// The process's exit code.
  package var code: Int32 {
    switch self {
    case .clean: 0
    case .setUp: 2
    case .fenced: 3
    case .fatal: 4
    case .offsetsLost: 5
    case .noProgress: 6
    case .deadlinePassed: 7
    case .unreachable: 8
    case .tooManyDeadLetters: 9
    }
  }

  /// Why, for a person; `nil` after a clean stop.
  package var reason: String? {
    switch self {
    case .clean: nil
    case .setUp(let reason), .fenced(let reason), .fatal(let reason), .offsetsLost(let reason), .noProgress(let reason),
      .deadlinePassed(let reason), .unreachable(let reason), .tooManyDeadLetters(let reason):
      reason
    }
  }
}
