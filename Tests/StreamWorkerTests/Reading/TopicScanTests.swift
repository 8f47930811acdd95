import ArticlePipeline
import Testing

@testable import StreamWorker

@Suite("A scan of topics to their ends")
struct TopicScanTests {
  static let zero = InputPartition(topic: "t", number: 0)
  static let one = InputPartition(topic: "t", number: 1)
  static let retriable = ClientFailure(.retriable, code: "_TRANSPORT", message: "connection refused")

  static func record(_ partition: Int32, _ offset: Int64, key: String = "k", value: String? = "v", time: Int64 = 1)
    -> ClientEvent
  {
    .record(
      InputRecord(
        topic: "t", partition: partition, offset: offset, timestamp: time, key: Array(key.utf8),
        value: value.map { Array($0.utf8) }))
  }

  /// What a scan visits, as partition and offset.
  private func visited(_ source: ScriptedSource, limit: Int = .max) throws(ScanFailure) -> [[Int64]] {
    var scan = TopicScan(source, patience: 10_000) { source.time }
    var found: [[Int64]] = []
    try scan.read(try scan.bounds(of: "t")) { record in
      found.append([Int64(record.partition), record.offset])
      return found.count < limit
    }
    if limit == .max { #expect(scan.progress.passed == scan.progress.total && scan.progress.fraction == 1) }
    return found
  }

  @Test("a partition ends where the client says so: control records and compaction leave no record at its last offsets")
  func controlRecords() throws {
    let source = ScriptedSource()
    source.marks = [Self.zero: Watermarks(low: 0, high: 4), Self.one: Watermarks(low: 5, high: 20)]
    source.events = [
      Self.record(0, 0), nil, Self.record(1, 9), Self.record(0, 1), .partitionEnd(Self.zero, offset: 4), nil,
      .partitionEnd(Self.one, offset: 20), Self.record(1, 20),
    ]
    #expect(try visited(source) == [[0, 0], [1, 9], [0, 1]])
    #expect(source.read == [Self.zero, Self.one] && source.events.count == 1)
  }

  @Test("a record at or behind the end ends its partition and isn't visited; the others go on")
  func liveWriter() throws {
    let source = ScriptedSource()
    source.marks = [Self.zero: Watermarks(low: 0, high: 3), Self.one: Watermarks(low: 0, high: 2)]
    source.events = [
      Self.record(0, 0), Self.record(0, 3), Self.record(0, 4), Self.record(1, 0), Self.record(0, 5), Self.record(1, 1),
    ]
    #expect(try visited(source) == [[0, 0], [1, 0], [1, 1]])
  }

  @Test("empty partitions are not read, an empty topic is done at once")
  func empty() throws {
    let source = ScriptedSource()
    source.marks = [Self.one: Watermarks(low: 7, high: 7)]
    #expect(try visited(source) == [] && source.read == [])
    source.marks = [Self.one: Watermarks(low: 7, high: 8)]
    source.events = [Self.record(1, 7)]
    #expect(try visited(source) == [[1, 7]] && source.read == [Self.one])
  }

  @Test("the visitor ends the scan")
  func stopped() throws {
    let source = ScriptedSource()
    source.marks = [Self.zero: Watermarks(low: 0, high: 9)]
    source.events = [Self.record(0, 0), Self.record(0, 1), Self.record(0, 2)]
    #expect(try visited(source, limit: 2) == [[0, 0], [0, 1]])
  }

  @Test("a topic that isn't there is told")
  func missing() {
    let source = ScriptedSource()
    source.counts = [:]
    #expect(throws: ScanFailure.missing(topic: "t")) { try visited(source) }
  }

  @Test("silence ends it, with the last reason; what comes in between gives it time again")
  func silence() {
    let source = ScriptedSource()
    source.marks = [Self.zero: Watermarks(low: 0, high: 9)]
    source.events = [
      nil, nil, Self.record(0, 0), nil, nil, nil, nil, nil, nil, nil, nil, Self.record(0, 1), .failed(Self.retriable),
    ]
    #expect(throws: ScanFailure.silent(seconds: 10, reason: Self.retriable.description)) { try visited(source) }
    #expect(source.events.isEmpty && source.time == 21_000)
  }

  @Test("questions are asked again until patience ends")
  func questions() throws {
    let source = ScriptedSource()
    source.failures = Array(repeating: Self.retriable, count: 9)
    #expect(try visited(source) == [])
    source.failures = Array(repeating: Self.retriable, count: 30)
    #expect(throws: ScanFailure.silent(seconds: 10, reason: Self.retriable.description)) { try visited(source) }
  }

  @Test("what a restart can't mend is told at once", arguments: [ClientFailure.Kind.setUp, .fatal, .fenced])
  func refused(kind: ClientFailure.Kind) {
    let source = ScriptedSource()
    let failure = ClientFailure(kind, code: "X", message: "no")
    source.failures = [failure]
    #expect(throws: ScanFailure.refused("no (X)")) { try visited(source) }
    source.failures = []
    source.marks = [Self.zero: Watermarks(low: 0, high: 9)]
    source.events = [.failed(failure)]
    #expect(throws: ScanFailure.refused("no (X)")) { try visited(source) }
    source.events = [.outOfRange(Self.zero)]
    #expect(throws: ScanFailure.self) { try visited(source) }
  }

  private func found(_ records: [ClientEvent], key: String = "k") -> InputRecord? {
    var search = KeyedSearch(key: key.utf8) { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    for case .record(let record) in records { search.look(at: record) }
    return search.found
  }

  @Test("the newest of a key: the last of a partition, the latest of several")
  func newest() {
    let others = [Self.record(0, 9, key: "other", time: 99)]
    #expect(found(others) == nil)
    #expect(found(others + [Self.record(0, 1, time: 9), Self.record(0, 2, time: 3)])?.offset == 2)
    #expect(found([Self.record(0, 5, time: 3), Self.record(1, 1, time: 4)])?.partition == 1)
    #expect(found([Self.record(0, 5, time: 5), Self.record(1, 1, time: 4)])?.partition == 0)
    // A null value is a state like any other: the last one counts.
    #expect(found([Self.record(0, 5), Self.record(0, 6, value: nil)])?.value == nil)
    #expect(found([Self.record(0, 5, value: nil), Self.record(0, 6)])?.value != nil)
    // At equal times a value before a null one, then the input's offset, then the partition.
    #expect(found([Self.record(0, 5), Self.record(1, 6, value: nil)])?.partition == 0)
    #expect(found([Self.record(0, 5, value: "8"), Self.record(1, 6, value: "7")])?.partition == 0)
    #expect(found([Self.record(0, 5, value: "7"), Self.record(1, 6, value: "7")])?.partition == 1)
    // Equal in Unicode is not equal in bytes.
    #expect(found([Self.record(0, 1, key: "e\u{301}")], key: "\u{E9}") == nil)
  }
}
