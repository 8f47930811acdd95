import ArticlePipeline

extension LaneMachine {
  /// What a poll brought.
  mutating func polled(_ event: ClientEvent?, now: Int64) -> LaneAction {
    switch event {
    case nil:
      // What was fetched is used up: nothing is gained by keeping readers waiting.
      return batch != nil ? endBatch(then: .goOn, now: now) : commitMoved(now: now)
    case .record(let record):
      return read(record, now: now)
    case .partitionEnd(let partition, let offset):
      if let known = partitions[partition] { partitions[partition]?.next = max(known.next ?? offset, offset) }
      return batch != nil ? goOn(now: now) : commitMoved(now: now)
    case .outOfRange(let partition):
      guard partitions[partition] != nil else { return goOn(now: now) }
      return enter(.measuringLoss(partition), .readWatermarks([partition]))
    case .assigned(let wanted):
      return assigned(wanted, now: now)
    case .revoked(_, let lost):
      return revoked(lost: lost, now: now)
    case .failed(let failure):
      switch failure.kind {
      case .fenced, .fatal, .setUp: return close(Self.exit(for: failure))
      case .passing, .abortable, .refused: return startAnew(failure, now: now)
      case .retriable, .unknownOutcome: return goOn(now: now)
      }
    }
  }

  private mutating func read(_ record: InputRecord, now: Int64) -> LaneAction {
    let partition = InputPartition(topic: record.topic, number: record.partition)
    // A record of a partition that was taken away, or from before a seek, is another's or comes again.
    guard let progress = partitions[partition], record.offset >= progress.next ?? progress.resume ?? 0 else {
      return goOn(now: now)
    }
    let treatment = treatments[ArticlePosition(partition, offset: record.offset)]
    let action = treatment?.action(on: record) ?? .process(record)
    guard batch != nil else { return open(for: action, partition, offset: record.offset, now: now) }
    if treatment != nil { return endBatch(then: .record(action, partition, offset: record.offset), now: now) }
    return enter(.processing(partition, offset: record.offset), action)
  }

  /// Opens a batch with a record.
  mutating func open(
    for action: LaneAction, _ partition: InputPartition, offset: Int64, now: Int64
  ) -> LaneAction {
    switch settings.guarantee {
    case .exactlyOnce:
      return enter(.beginning(.record(action, partition, offset: offset)), .begin)
    case .atLeastOnce:
      return begun(.record(action, partition, offset: offset), now: now)
    }
  }

  mutating func begun(_ reason: Beginning, now: Int64) -> LaneAction {
    batch = Batch(openedAt: now)
    switch reason {
    case .record(let action, let partition, let offset):
      batch?.isAlone = treatments[ArticlePosition(partition, offset: offset)] != nil
      return enter(.processing(partition, offset: offset), action)
    case .offsets(let after):
      return endBatch(then: after, now: now)
    }
  }

  mutating func beginFailed(_ reason: Beginning, _ failure: ClientFailure) -> LaneAction {
    let after: After
    switch reason {
    case .record: after = .goOn
    case .offsets(let wanted): after = wanted
    }
    switch failure.kind {
    case .retriable: return again(.begin)
    case .passing, .abortable, .refused, .unknownOutcome:
      return enter(.replacing(after, cause: failure), .replaceProducer)
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    }
  }

  mutating func processed(_ partition: InputPartition, offset: Int64, bytes: Int, isLetter: Bool, now: Int64)
    -> LaneAction
  {
    if recentLetters?.add(isLetter: isLetter) == true { return close(.tooManyDeadLetters(recentLetters?.report ?? "")) }
    partitions[partition]?.next = offset + 1
    batch?.articles.append(ArticlePosition(partition, offset: offset))
    batch?.bytes += bytes
    return goOn(now: now)
  }

  /// Commits positions that moved without a record, now and then.
  private mutating func commitMoved(now: Int64) -> LaneAction {
    guard now - lastCommit >= settings.batch.idleCommitInterval, partitions.values.contains(where: \.isDirty) else {
      return goOn(now: now)
    }
    return endBatch(then: .goOn, now: now)
  }
}
