import ArticlePipeline
import StreamWorker
import Testing

/// Feeds a machine events and checks the action that each gives.
struct LaneScript {
  var machine: LaneMachine
  var now: Int64 = 10_000
  static let first = InputPartition(topic: "articles", number: 0)
  static let second = InputPartition(topic: "articles", number: 1)

  init(_ change: (inout LaneSettings) -> Void = { _ in }) {
    var settings = LaneSettings(topics: ["articles"])
    change(&settings)
    machine = LaneMachine(settings: settings)
  }

  mutating func send(_ event: LaneEvent, expect action: LaneAction, at location: SourceLocation = #_sourceLocation) {
    #expect(machine.handle(event, now: now) == action, sourceLocation: location)
  }

  mutating func start() {
    send(.started, expect: .initializeProducer)
    send(.done, expect: .subscribe(["articles"]))
    send(.done, expect: .poll(milliseconds: 100))
  }

  /// Joins with both partitions, the first committed at 5, the second at 7.
  mutating func own() {
    start()
    send(.polled(.assigned([Self.first, Self.second])), expect: .readCommitted([Self.first, Self.second]))
    send(
      .committed(
        [
          Self.first: CommittedOffset(offset: 5, partitionCount: 2),
          Self.second: CommittedOffset(offset: 7, partitionCount: 2),
        ], partitionCounts: ["articles": 2]),
      expect: .assign([Self.first: 5, Self.second: 7]))
    send(.done, expect: .poll(milliseconds: 100))
  }

  /// Reads a record of the first partition in a transaction of its own.
  mutating func read(_ offset: Int64) {
    send(.polled(.record(record(offset))), expect: .begin)
    send(.done, expect: .process(record(offset)))
    send(.produced(bytes: 10), expect: .poll(milliseconds: 0))
  }

  func record(_ offset: Int64) -> InputRecord {
    InputRecord(topic: "articles", partition: 0, offset: offset, timestamp: 1, key: nil, value: nil)
  }

  static func at(_ offset: Int64, count: Int? = 2) -> CommittedOffset {
    CommittedOffset(offset: offset, partitionCount: count)
  }
}

/// A failure of a kind.
func failure(_ kind: ClientFailure.Kind) -> ClientFailure {
  ClientFailure(kind, code: "CODE", message: "it failed")
}
