import ArticlePipeline
import StreamWorker
import Testing

@Suite("The lane's state machine")
struct LaneMachineTests {
  @Test("a batch is committed as soon as the fetched input is used up")
  func drained() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .poll(milliseconds: 100))
    #expect(script.machine.positions == [LaneScript.first: 6, LaneScript.second: 7])
  }

  @Test("a batch is committed when it is full by count, by bytes or by age", arguments: ["count", "bytes", "age"])
  func full(by bound: String) {
    var script = LaneScript {
      if bound == "count" { $0.batch.maxRecords = 1 }
      if bound == "bytes" { $0.batch.maxBytes = 10 }
    }
    script.own()
    script.send(.polled(.record(script.record(5))), expect: .begin)
    script.send(.done, expect: .process(script.record(5)))
    if bound == "age" { script.now += 50 }
    script.send(.produced(bytes: 10), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
  }

  @Test("a partition's end moves the position, and that is committed without a record")
  func partitionEnd() {
    var script = LaneScript()
    script.own()
    script.send(
      .polled(.partitionEnd(LaneScript.second, offset: 9)), expect: .begin)
    script.send(.done, expect: .sendOffsets([LaneScript.second: LaneScript.at(9)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .poll(milliseconds: 100))
    // Not again at once: an input of transactions would else be answered with one of ours each.
    script.send(.polled(.partitionEnd(LaneScript.second, offset: 10)), expect: .poll(milliseconds: 100))
    script.now += 1_000
    script.send(.polled(nil), expect: .begin)
  }

  @Test("an abort rewinds every partition to what is committed")
  func abort() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(.polled(.partitionEnd(LaneScript.second, offset: 9)), expect: .poll(milliseconds: 0))
    script.send(
      .polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6), LaneScript.second: LaneScript.at(9)]))
    script.send(.failed(failure(.abortable)), expect: .abort)
    script.send(.done, expect: .seek([LaneScript.first: 5, LaneScript.second: 7]))
    script.send(.done, expect: .wait(milliseconds: 100))
    script.send(.done, expect: .poll(milliseconds: 100))
    script.read(5)
  }

  @Test("a call that may be repeated is repeated with the same arguments, ever later")
  func retry() {
    var script = LaneScript()
    script.own()
    script.read(5)
    let offsets = LaneAction.sendOffsets([LaneScript.first: LaneScript.at(6)])
    script.send(.polled(nil), expect: offsets)
    for pause: Int64 in [100, 200, 400] {
      script.send(.failed(failure(.retriable)), expect: .wait(milliseconds: pause))
      script.send(.done, expect: offsets)
    }
    script.send(.done, expect: .commit)
    script.send(.failed(failure(.retriable)), expect: .wait(milliseconds: 100))
    script.send(.done, expect: .commit)
  }

  @Test("after an unknown outcome the producer is replaced and the committed offsets are read back")
  func unknownOutcome() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.failed(failure(.unknownOutcome)), expect: .replaceProducer)
    script.send(.done, expect: .readCommitted([LaneScript.first, LaneScript.second]))
    // The commit had taken effect after all.
    let stored = [LaneScript.first: LaneScript.at(6), LaneScript.second: LaneScript.at(7)]
    script.send(
      .committed(stored, partitionCounts: ["articles": 2]), expect: .seek([LaneScript.first: 6, LaneScript.second: 7]))
    script.send(.done, expect: .wait(milliseconds: 100))
    script.send(.done, expect: .poll(milliseconds: 100))
    // A stale record from before is not done twice.
    script.send(.polled(.record(script.record(5))), expect: .poll(milliseconds: 100))
  }

  @Test("revoked partitions are committed, then given back; lost ones are thrown away")
  func revoked() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(
      .polled(.revoked([LaneScript.first, LaneScript.second], lost: false)),
      expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .unassign)
    script.send(.done, expect: .poll(milliseconds: 100))
    #expect(script.machine.positions.isEmpty)

    script = LaneScript()
    script.own()
    script.read(5)
    script.send(.polled(.revoked([LaneScript.first, LaneScript.second], lost: true)), expect: .abort)
    script.send(.done, expect: .unassign)
    // A late record of a partition that was taken away is another's.
    script.send(.done, expect: .poll(milliseconds: 100))
    script.send(.polled(.record(script.record(6))), expect: .poll(milliseconds: 100))
  }

  @Test("when the commit in a revocation fails, nothing is kept and the partitions are given back")
  func revokedAndAborted() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(
      .polled(.revoked([LaneScript.first, LaneScript.second], lost: false)),
      expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.failed(failure(.abortable)), expect: .abort)
    script.send(.done, expect: .unassign)
  }

  @Test(
    "what can't be mended ends the worker with its exit code",
    arguments: [
      (ClientFailure.Kind.fenced, Int32(3)), (.fatal, 4), (.setUp, 2),
    ])
  func stops(kind: ClientFailure.Kind, code: Int32) {
    for step in 0..<4 {
      var script = LaneScript()
      script.own()
      switch step {
      case 0: script.send(.polled(.failed(failure(kind))), expect: .close)
      case 1:
        script.send(.polled(.record(script.record(5))), expect: .begin)
        script.send(.failed(failure(kind)), expect: .close)
      case 2:
        script.read(5)
        script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
        script.send(.failed(failure(kind)), expect: .close)
      default:
        script.read(5)
        script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
        script.send(.done, expect: .commit)
        script.send(.failed(failure(kind)), expect: .close)
      }
      guard case .stop(let exit) = script.machine.handle(.done, now: 0) else {
        Issue.record("not stopped in step \(step)")
        continue
      }
      #expect(exit.code == code)
      #expect(exit.reason?.contains("it failed") == true)
    }
  }

  @Test("a background error that passes is no reason to stop")
  func passing() {
    var script = LaneScript()
    script.own()
    script.send(.polled(.failed(failure(.retriable))), expect: .poll(milliseconds: 100))
  }

  @Test("without a committed offset --from decides; a partition that appeared later starts at its beginning")
  func start() {
    let third = InputPartition(topic: "articles", number: 2)
    for start in StartPosition.allCases {
      var script = LaneScript { $0.start = start }
      script.start()
      script.send(.polled(.assigned([LaneScript.second, third])), expect: .readCommitted([LaneScript.second, third]))
      // Another worker committed partition 0 when the topic had two partitions: the third came later.
      let stored = LaneEvent.committed([LaneScript.first: LaneScript.at(5)], partitionCounts: ["articles": 3])
      switch start {
      case .earliest:
        script.send(stored, expect: .assign([LaneScript.second: nil, third: nil]))
      case .latest:
        script.send(stored, expect: .readWatermarks([LaneScript.second]))
        script.send(
          .watermarks([LaneScript.second: Watermarks(low: 3, high: 40)]),
          expect: .assign([LaneScript.second: 40, third: nil]))
        script.send(.done, expect: .poll(milliseconds: 100))
        // The choice is stored at once, or a restart would pass over what came in between.
        script.send(.polled(nil), expect: .begin)
        script.send(.done, expect: .sendOffsets([LaneScript.second: LaneScript.at(40, count: 2)]))
        // The third counts as placed once its own first offset is committed.
        script.send(.done, expect: .commit)
        script.send(.done, expect: .poll(milliseconds: 100))
        script.now += 1_000
        script.send(.polled(.partitionEnd(third, offset: 0)), expect: .begin)
        script.send(.done, expect: .sendOffsets([third: LaneScript.at(0, count: 3)]))
      case .fail:
        script.send(stored, expect: .close)
        guard case .stop(.offsetsLost(let reason)) = script.machine.handle(.done, now: 0) else {
          Issue.record("not stopped")
          return
        }
        #expect(reason.contains("articles [1]"))
      }
    }
  }

  @Test("one worker's commits don't make a new partition an old one before its owner has placed it")
  func growth() {
    let third = InputPartition(topic: "articles", number: 2)
    var script = LaneScript { $0.start = .latest }
    script.start()
    script.send(
      .polled(.assigned([LaneScript.first, LaneScript.second])),
      expect: .readCommitted([LaneScript.first, LaneScript.second]))
    let stored = [LaneScript.first: LaneScript.at(5), LaneScript.second: LaneScript.at(7)]
    script.send(
      .committed(stored, partitionCounts: ["articles": 3]),
      expect: .assign([LaneScript.first: 5, LaneScript.second: 7]))
    script.send(.done, expect: .poll(milliseconds: 100))
    script.read(5)
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6, count: 2)]))
    // The owner of the third comes later, and still knows it for a new one.
    var owner = LaneScript { $0.start = .latest }
    owner.start()
    owner.send(.polled(.assigned([third])), expect: .readCommitted([third]))
    owner.send(
      .committed([LaneScript.first: LaneScript.at(6, count: 2)], partitionCounts: ["articles": 3]),
      expect: .assign([third: nil]))
  }

  @Test("a partition that stands still at an offset that is there is sought again; when it can't be told, asked again")
  func standsStill() {
    var script = LaneScript { $0.maxAborts = 3 }
    script.own()
    script.read(5)
    script.send(.polled(.outOfRange(LaneScript.second)), expect: .readWatermarks([LaneScript.second]))
    script.send(.failed(failure(.retriable)), expect: .wait(milliseconds: 100))
    script.send(.done, expect: .readWatermarks([LaneScript.second]))
    script.send(.watermarks([LaneScript.second: Watermarks(low: 7, high: 7)]), expect: .abort)
    script.send(.done, expect: .seek([LaneScript.first: 5, LaneScript.second: 7]))
    script.send(.done, expect: .wait(milliseconds: 100))
    script.send(.done, expect: .poll(milliseconds: 100))
    // The client could not even ask where the partition begins.
    script.send(.polled(.failed(failure(.abortable))), expect: .seek([LaneScript.first: 5, LaneScript.second: 7]))
    script.send(.done, expect: .wait(milliseconds: 200))
    script.send(.done, expect: .poll(milliseconds: 100))
    script.send(.polled(.failed(failure(.abortable))), expect: .close)
    #expect(script.machine.ending?.code == 6)
  }

  @Test("a commit under way is never answered with an abort, also not in a stop")
  func stopWhileCommitting() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.machine.requestStop()
    for attempt in 1...8 {
      let pause = min(5_000, 100 << (attempt - 1))
      script.send(.failed(failure(.retriable)), expect: .wait(milliseconds: Int64(pause)))
      script.send(.done, expect: .commit)
    }
    script.send(.done, expect: .close)
    script.send(.done, expect: .stop(.clean))
  }

  @Test("a position that retention has passed stops the worker and says how much is gone")
  func outOfRange() {
    var script = LaneScript()
    script.own()
    script.send(.polled(.outOfRange(LaneScript.second)), expect: .readWatermarks([LaneScript.second]))
    script.send(.watermarks([LaneScript.second: Watermarks(low: 107, high: 200)]), expect: .close)
    guard case .stop(.offsetsLost(let reason)) = script.machine.handle(.done, now: 0) else {
      Issue.record("not stopped")
      return
    }
    #expect(reason.contains("articles [1]"))
    #expect(reason.contains("100 offsets are gone"))
  }

  @Test("input that is given up again and again stops the worker")
  func noProgress() {
    var script = LaneScript { $0.maxAborts = 3 }
    script.own()
    for round in 1...3 {
      script.read(5)
      script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
      script.send(.failed(failure(.abortable)), expect: .abort)
      guard round < 3 else { break }
      script.send(.done, expect: .seek([LaneScript.first: 5, LaneScript.second: 7]))
      script.send(.done, expect: .wait(milliseconds: round == 1 ? 100 : 200))
      script.send(.done, expect: .poll(milliseconds: 100))
    }
    script.send(.done, expect: .close)
    guard case .stop(.noProgress) = script.machine.handle(.done, now: 0) else {
      Issue.record("not stopped for lack of progress")
      return
    }
  }

  @Test("asked to stop, the worker commits what it has done and leaves")
  func stop() {
    var script = LaneScript()
    script.own()
    script.read(5)
    script.machine.requestStop()
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .close)
    script.send(.done, expect: .stop(.clean))
  }

  @Test("asked to stop while no broker answers, the worker ends at once")
  func stopWhileStarting() {
    var script = LaneScript()
    script.send(.started, expect: .initializeProducer)
    script.send(.failed(failure(.retriable)), expect: .wait(milliseconds: 100))
    script.machine.requestStop()
    script.send(.done, expect: .close)
    script.send(.done, expect: .stop(.clean))
  }

  @Test("at least once, offsets are committed only behind a flush, and a refused record is done anew")
  func atLeastOnce() {
    var script = LaneScript { $0.guarantee = .atLeastOnce }
    script.own()
    script.send(.polled(.record(script.record(5))), expect: .process(script.record(5)))
    script.send(.produced(bytes: 10), expect: .poll(milliseconds: 0))
    script.send(.polled(nil), expect: .flush)
    script.send(.done, expect: .commitOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .poll(milliseconds: 100))
    script.send(.polled(.record(script.record(6))), expect: .process(script.record(6)))
    script.send(.produced(bytes: 10), expect: .poll(milliseconds: 0))
    script.send(.polled(nil), expect: .flush)
    script.send(.failed(failure(.abortable)), expect: .seek([LaneScript.first: 6, LaneScript.second: 7]))
  }

  @Test("the note beside a committed offset survives its string form; another program's string is no note")
  func note() {
    let own = CommittedOffset(offset: 3, partitionCount: 12)
    #expect(CommittedOffset(offset: 3, metadata: own.metadata) == own)
    #expect(CommittedOffset(offset: 3, metadata: "x") == CommittedOffset(offset: 3, partitionCount: nil))
    #expect(CommittedOffset(offset: 3, metadata: nil).partitionCount == nil)
  }
}
