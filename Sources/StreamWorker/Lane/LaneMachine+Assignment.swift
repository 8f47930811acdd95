/// Where partitions start, and how they go.
extension LaneMachine {
  mutating func assigned(_ wanted: [InputPartition], now: Int64) -> LaneAction {
    partitions = [:]
    // What was found out before may have been mended since, by another worker or an operator.
    treatments = settings.treatments
    guard !wanted.isEmpty else { return enter(.assigning, .assign([:])) }
    return enter(.readingCommitted(wanted, isReread: false), .readCommitted(wanted))
  }

  /// The group takes its partitions back: what is done of them is committed, unless they may be another's already.
  mutating func revoked(lost: Bool, now: Int64) -> LaneAction {
    guard lost else { return endBatch(then: .unassign, now: now) }
    partitions = [:]
    guard batch != nil, settings.guarantee == .exactlyOnce else { return finish(.unassign, now: now) }
    let cause = ClientFailure(.passing, code: "_ASSIGNMENT_LOST", message: "the group took the partitions away")
    return enter(.aborting(.unassign, cause: cause), .abort)
  }

  /// Finds the start of each partition from what the group has stored, for these partitions and for their topics' others.
  mutating func startPositions(
    of wanted: [InputPartition], stored: [InputPartition: CommittedOffset], counts: [String: Int], isReread: Bool,
    now: Int64
  ) -> LaneAction {
    let known = cover(counts, stored: stored)
    var toPlace: [InputPartition] = []
    for partition in wanted {
      if let offset = stored[partition]?.offset {
        partitions[partition] = PartitionProgress(resume: offset, next: offset, committed: offset)
        continue
      }
      let appearedLater = known[partition.topic].map { Int(partition.number) >= $0 } ?? false
      // A reread finds where this run began: nothing was committed since, and `--from` was answered then.
      if isReread, let before = partitions[partition] {
        partitions[partition]?.next = before.resume
        continue
      }
      partitions[partition] = PartitionProgress()
      switch settings.start {
      case .earliest: break
      case _ where appearedLater: break
      case .latest: toPlace.append(partition)
      case .fail:
        return close(
          .offsetsLost(
            "\(partition) has no committed offset in this group and --from is 'fail'; "
              + "start once with --from earliest or --from latest"))
      }
    }
    guard toPlace.isEmpty else {
      unplaced = toPlace.sorted()
      return enter(.readingStarts(isReread: isReread), .readWatermarks(unplaced))
    }
    return place(isReread: isReread, now: now)
  }

  mutating func startAtEnd(_ marks: [InputPartition: Watermarks], isReread: Bool, now: Int64) -> LaneAction {
    for partition in unplaced {
      guard let end = marks[partition]?.high else { continue }
      partitions[partition]?.resume = end
      partitions[partition]?.next = end
    }
    return place(isReread: isReread, now: now)
  }

  private mutating func place(isReread: Bool, now: Int64) -> LaneAction {
    // The first idle moment commits a start that was chosen, so that it holds over a restart.
    lastCommit = now - settings.batch.idleCommitInterval
    return isReread
      ? enter(.rewinding, .seek(resumePositions)) : enter(.assigning, .assign(resumePositions))
  }

  /// Where every owned partition is read on from.
  var resumePositions: [InputPartition: Int64?] { partitions.mapValues(\.resume) }

  /// Notes which partitions the group has placed so far, and gives what the notes say, by topic.
  private mutating func cover(
    _ counts: [String: Int], stored: [InputPartition: CommittedOffset]
  ) -> [String: Int] {
    var known: [String: Int] = [:]
    for (partition, offset) in stored {
      guard let count = offset.partitionCount else { continue }
      known[partition.topic] = max(known[partition.topic] ?? 0, count)
    }
    for (topic, count) in counts {
      let numbers = stored.keys.filter { $0.topic == topic }.map(\.number)
      coverages[topic] = TopicCoverage(placed: known[topic] ?? count, count: count, stored: Set(numbers))
    }
    return known
  }

  /// The note for a topic's offsets: how many of its partitions, from 0, are placed when this lane's positions are committed.
  func coverageNote(of topic: String) -> Int? {
    guard let coverage = coverages[topic] else { return nil }
    var placed = coverage.placed
    while placed < coverage.count {
      let number = Int32(clamping: placed)
      let isOwn = partitions[InputPartition(topic: topic, number: number)]?.next != nil
      guard isOwn || coverage.stored.contains(number) else { break }
      placed += 1
    }
    return placed
  }

  /// A partition stands still at its position: either that is lost, or it is there and has to be sought again.
  mutating func measured(_ partition: InputPartition, marks: Watermarks?, now: Int64) -> LaneAction {
    let wanted = partitions[partition]?.next ?? partitions[partition]?.resume
    guard let marks, wanted.map({ $0 >= marks.low && $0 <= marks.high }) ?? true else {
      return close(.offsetsLost(lossReport(of: partition, marks: marks)))
    }
    let cause = ClientFailure(
      .abortable, code: "_AUTO_OFFSET_RESET", message: "\(partition) stood still at an offset that the topic holds")
    return startAnew(cause, now: now)
  }

  mutating func measuringFailed(_ failure: ClientFailure, _ partition: InputPartition) -> LaneAction {
    switch failure.kind {
    case .fenced, .setUp, .fatal: return close(Self.exit(for: failure))
    case .retriable where attempts < settings.maxAborts && !isStopping: return again(.readWatermarks([partition]))
    case .retriable, .passing, .abortable, .refused, .unknownOutcome:
      return close(.offsetsLost(lossReport(of: partition, marks: nil)))
    }
  }

  func lossReport(of partition: InputPartition, marks: Watermarks?) -> String {
    let wanted = partitions[partition]?.next ?? partitions[partition]?.resume
    let position = wanted.map(String.init) ?? "its beginning"
    let wayOut = "to go on from what is there, reset the group's offset of this partition on purpose"
    guard let marks, let wanted else {
      return "\(partition): there is nothing at offset \(position); \(wayOut)"
    }
    if wanted < marks.low {
      return "\(partition): the next record to read was \(position), but the topic now begins at \(marks.low): "
        + "\(marks.low - wanted) offsets are gone; \(wayOut)"
    }
    return "\(partition): the next record to read was \(position), but the topic ends at \(marks.high): "
      + "it was truncated or made anew; \(wayOut)"
  }
}
