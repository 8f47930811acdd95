/// How a batch ends: committed, or thrown away and done anew.
extension LaneMachine {
  func isFull(_ batch: Batch, now: Int64) -> Bool {
    batch.isAlone || batch.articles.count >= settings.batch.maxRecords || batch.bytes >= settings.batch.maxBytes
      || now - batch.openedAt >= settings.batch.maxAge
  }

  /// Ends the open batch, if there is one, and commits every position that moved.
  mutating func endBatch(then after: After, now: Int64) -> LaneAction {
    let offsets = movedOffsets
    if batch == nil, offsets.isEmpty { return finish(after, now: now) }
    switch settings.guarantee {
    case .exactlyOnce:
      guard batch != nil else { return enter(.beginning(.offsets(after)), .begin) }
      if offsets.isEmpty { return enter(.committing(offsets, after), .commit) }
      return enter(.sendingOffsets(offsets, after), .sendOffsets(offsets))
    case .atLeastOnce:
      if batch != nil { return enter(.flushing(after), .flush) }
      return enter(.committingOffsets(offsets, after), .commitOffsets(offsets))
    }
  }

  mutating func flushed(then after: After, now: Int64) -> LaneAction {
    batch = nil
    return endBatch(then: after, now: now)
  }

  mutating func committed(_ offsets: [InputPartition: CommittedOffset], then after: After, now: Int64) -> LaneAction {
    for (partition, stored) in offsets {
      partitions[partition]?.committed = stored.offset
      partitions[partition]?.resume = stored.offset
    }
    batch = nil
    aborts = 0
    rewinds = 0
    forgetTreatments(before: offsets)
    lastCommit = now
    return finish(after, now: now)
  }

  /// A call on the way to a commit failed: repeat it, give the batch up, or stop.
  mutating func commitFailed(
    _ failure: ClientFailure, action: LaneAction, then after: After, now: Int64
  ) -> LaneAction {
    switch failure.kind {
    // A commit under way can't be aborted any more: it is repeated until it is decided or the stop's deadline passes.
    case .retriable where isStopping && attempts >= settings.maxAborts && action != .commit:
      return throwAway(failure, then: after, now: now)
    case .retriable: return again(action)
    case .passing, .abortable, .refused, .unknownOutcome: return throwAway(failure, then: after, now: now)
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    }
  }

  /// At least once, the output is acknowledged already: offsets that can't be committed now stay dirty and are tried later.
  mutating func offsetsFailed(
    _ failure: ClientFailure, _ offsets: [InputPartition: CommittedOffset], then after: After, now: Int64
  ) -> LaneAction {
    switch failure.kind {
    case .retriable where attempts < settings.maxAborts: return again(.commitOffsets(offsets))
    case .retriable, .passing, .abortable, .refused, .unknownOutcome:
      lastCommit = now
      return finish(after, now: now)
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    }
  }

  /// Gives the batch up, so that its input is read and done anew.
  mutating func throwAway(_ failure: ClientFailure, then after: After, now: Int64) -> LaneAction {
    switch failure.kind {
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    case .unknownOutcome where settings.guarantee == .exactlyOnce:
      return enter(.replacing(after, cause: failure), .replaceProducer)
    case .refused(let refusals):
      if let exit = treat(refusals) { return close(exit) }
      fallthrough
    case .retriable, .passing, .abortable, .unknownOutcome:
      guard settings.guarantee == .exactlyOnce else { return aborted(then: after, cause: failure, now: now) }
      return enter(.aborting(after, cause: failure), .abort)
    }
  }

  /// Goes back to what is committed in every partition, with or without a batch to give up.
  mutating func startAnew(_ cause: ClientFailure, now: Int64) -> LaneAction {
    batch == nil ? aborted(then: .goOn, cause: cause, now: now) : throwAway(cause, then: .goOn, now: now)
  }

  mutating func abortFailed(_ failure: ClientFailure, then after: After, cause: ClientFailure) -> LaneAction {
    switch failure.kind {
    case .retriable: return again(.abort)
    case .passing, .abortable, .refused, .unknownOutcome:
      return enter(.replacing(after, cause: cause), .replaceProducer)
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    }
  }

  mutating func aborted(then after: After, cause: ClientFailure, now: Int64) -> LaneAction {
    batch = nil
    if let end = after.end { return finish(end, now: now) }
    if let exit = countAbort(cause, now: now) { return close(exit) }
    for (partition, progress) in partitions { partitions[partition]?.next = progress.resume }
    return enter(.rewinding, .seek(resumePositions))
  }

  /// A new producer has settled what became of the transaction: only the broker knows where to go on.
  mutating func replaced(then after: After, cause: ClientFailure, now: Int64) -> LaneAction {
    batch = nil
    if let end = after.end { return finish(end, now: now) }
    if let exit = countAbort(cause, now: now) { return close(exit) }
    let owned = partitions.keys.sorted()
    return enter(.readingCommitted(owned, isReread: true), .readCommitted(owned))
  }

  /// Counts a batch given up; gives the exit where it is time to stop trying.
  private mutating func countAbort(_ cause: ClientFailure, now: Int64) -> WorkerExit? {
    if rewinds == 0 { firstRewind = now }
    rewinds += 1
    switch cause.kind {
    // Every refusal leads to another treatment, and those come to an end.
    case .refused: return nil
    case .passing:
      guard now - firstRewind >= settings.patience else { return nil }
      return .noProgress("nothing could be committed for \((now - firstRewind) / 1_000) s, last because: \(cause)")
    default:
      aborts += 1
      guard aborts >= settings.maxAborts else { return nil }
      return .noProgress("the same input was given up \(aborts) times in a row, last because: \(cause)")
    }
  }

  mutating func finish(_ after: After, now: Int64) -> LaneAction {
    switch after {
    case .goOn:
      return goOn(now: now)
    case .record(let action, let partition, let offset):
      return isStopping ? goOn(now: now) : open(for: action, partition, offset: offset, now: now)
    case .unassign:
      partitions = [:]
      batch = nil
      return enter(.unassigning, .unassign)
    case .close(let exit):
      return close(exit)
    }
  }

  /// The positions that the group should be told.
  private var movedOffsets: [InputPartition: CommittedOffset] {
    var offsets: [InputPartition: CommittedOffset] = [:]
    for (partition, progress) in partitions where progress.isDirty {
      guard let next = progress.next else { continue }
      offsets[partition] = CommittedOffset(offset: next, partitionCount: coverageNote(of: partition.topic))
    }
    return offsets
  }
}

extension LaneMachine.After {
  /// What is done whether or not the batch could be committed; `nil` where reading goes on, which begins anew after a failure.
  fileprivate var end: LaneMachine.After? {
    switch self {
    case .goOn, .record: nil
    case .unassign, .close: self
    }
  }
}
