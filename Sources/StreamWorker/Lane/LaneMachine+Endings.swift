/// Trying again, and giving up.
extension LaneMachine {
  /// Repeats an action of the present state after a pause.
  mutating func again(_ action: LaneAction) -> LaneAction {
    attempts += 1
    return pause(before: action, in: state, attempt: attempts)
  }

  mutating func pause(before action: LaneAction, in next: State, attempt: Int) -> LaneAction {
    state = .pausing(action, next)
    let doublings = min(max(attempt - 1, 0), 16)
    return .wait(milliseconds: min(settings.maxBackoff, settings.firstBackoff << Int64(doublings)))
  }

  mutating func paused(before action: LaneAction, in next: State, now: Int64) -> LaneAction {
    state = next
    switch next {
    case .polling: return goOn(now: now)
    // Nothing is under way yet, or only its outcome is unknown: the next start settles that.
    case .initializing, .subscribing, .readingCommitted, .readingStarts, .assigning, .replacing:
      return isStopping ? close(.clean) : action
    default: return action
    }
  }

  /// A call that makes the lane ready, or places its partitions, failed.
  mutating func startFailed(_ failure: ClientFailure, action: LaneAction) -> LaneAction {
    switch failure.kind {
    case .retriable, .unknownOutcome:
      if isStopping { return close(.clean) }
      return again(action)
    case .fenced, .setUp, .fatal, .passing, .abortable, .refused: return close(Self.exit(for: failure))
    }
  }

  mutating func close(_ exit: WorkerExit) -> LaneAction {
    enter(.closing(exit), .close)
  }

  static func exit(for failure: ClientFailure) -> WorkerExit {
    switch failure.kind {
    case .fenced:
      .fenced("another worker has taken over, or a transaction stayed open for too long: \(failure)")
    case .setUp:
      .setUp(failure.description)
    case .retriable, .passing, .abortable, .refused, .unknownOutcome, .fatal:
      .fatal(failure.description)
    }
  }
}
