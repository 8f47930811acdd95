import ArticlePipeline

@testable import StreamWorker

/// A topic as a script: what its bounds are and which events come of reading it.
final class ScriptedSource: TopicSource {
  var counts: [String: Int] = ["t": 2]
  var marks: [InputPartition: Watermarks] = [:]
  /// What polls give, one behind the other, then nothing any more; `nil` is a poll in vain.
  var events: [ClientEvent?] = []
  /// Failures that questions give before an answer.
  var failures: [ClientFailure] = []
  /// The clock, which a poll in vain and a failed question move by a second.
  private(set) var time: Int64 = 0
  private(set) var read: [InputPartition] = []
  private(set) var isClosed = false

  func partitionCount(of topic: String) throws(ClientFailure) -> Int? {
    try fail()
    return counts[topic]
  }

  func bounds(of partition: InputPartition) throws(ClientFailure) -> Watermarks {
    try fail()
    return marks[partition] ?? Watermarks(low: 0, high: 0)
  }

  func read(_ partitions: [InputPartition]) throws(ClientFailure) {
    try fail()
    read = partitions
  }

  func poll(milliseconds: Int) -> ClientEvent? {
    guard !events.isEmpty else {
      time += 1_000
      return nil
    }
    let event = events.removeFirst()
    if event == nil { time += 1_000 }
    return event
  }

  func close() { isClosed = true }

  private func fail() throws(ClientFailure) {
    guard !failures.isEmpty else { return }
    time += 1_000
    throw failures.removeFirst()
  }
}
