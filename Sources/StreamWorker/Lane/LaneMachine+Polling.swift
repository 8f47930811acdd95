import ArticlePipeline

extension LaneMachine {
  /// What a poll brought.
  mutating func polled(_ event: ClientEvent?, now: Int64) -> LaneAction {
    switch event {
    case nil:
      // What was fetched is used up: nothing is gained by keeping readers waiting.
      return batch != nil ? endBatch(then: .goOn, now: now) : commitMoved(now: now)
    case .record(let record):
      return read(record.topic, record.partition, record.offset, action: .process(record), now: now)
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
      case .abortable: return startAnew(failure, now: now)
      case .retriable, .unknownOutcome: return goOn(now: now)
      }
    }
  }

  private mutating func read(
    _ topic: String, _ number: Int32, _ offset: Int64, action: LaneAction, now: Int64
  ) -> LaneAction {
    let partition = InputPartition(topic: topic, number: number)
    // A record of a partition that was taken away, or from before a seek, is another's or comes again.
    guard let progress = partitions[partition], offset >= progress.next ?? progress.resume ?? 0 else {
      return goOn(now: now)
    }
    if batch != nil { return enter(.processing(partition, offset: offset), action) }
    switch settings.guarantee {
    case .exactlyOnce:
      return enter(.beginning(.record(action, partition, offset: offset)), .begin)
    case .atLeastOnce:
      batch = Batch(openedAt: now)
      return enter(.processing(partition, offset: offset), action)
    }
  }

  mutating func begun(_ reason: Beginning, now: Int64) -> LaneAction {
    batch = Batch(openedAt: now)
    switch reason {
    case .record(let action, let partition, let offset):
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
    case .abortable, .unknownOutcome: return enter(.replacing(after, cause: failure), .replaceProducer)
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    }
  }

  mutating func processed(_ partition: InputPartition, offset: Int64, bytes: Int, now: Int64) -> LaneAction {
    partitions[partition]?.next = offset + 1
    batch?.records += 1
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
