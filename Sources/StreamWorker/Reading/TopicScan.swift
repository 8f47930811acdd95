package import ArticlePipeline

/// Reads topics from their first record to where they ended when the scan began.
///
/// The ends are looked up before anything is read. A partition is done when a record at or behind its end shows, or the client says
/// that all of it has been read: its last offsets may be control records or taken by compaction, so that no record ever stands
/// there. What is written meanwhile is left alone.
package struct TopicScan {
  private let source: any TopicSource
  /// How long nothing may come, in milliseconds.
  private let patience: Int64
  private let now: () -> Int64
  /// Where each partition that is not done ends, and where it is.
  private var open: [InputPartition: Place] = [:]
  /// How far the scan is.
  package private(set) var progress = ScanProgress()

  private struct Place {
    let end: Int64
    var position: Int64
  }

  /// Makes a scan.
  ///
  /// - Parameters:
  ///   - patience: How long nothing may come until the scan is given up, in milliseconds.
  ///   - now: A clock that only goes forward, in milliseconds.
  package init(_ source: any TopicSource, patience: Int64, now: @escaping () -> Int64) {
    self.source = source
    self.patience = patience
    self.now = now
  }

  /// The bounds of all partitions of a topic, asked now.
  package func bounds(of topic: String) throws(ScanFailure) -> TopicBounds {
    guard let count = try asking({ () throws(ClientFailure) in try source.partitionCount(of: topic) }) else {
      throw .missing(topic: topic)
    }
    var bounds: TopicBounds = [:]
    for number in 0..<Int32(clamping: count) {
      let partition = InputPartition(topic: topic, number: number)
      bounds[partition] = try asking { () throws(ClientFailure) in try source.bounds(of: partition) }
    }
    return bounds
  }

  /// Reads partitions from their first records to the ends given, and gives each record to `visit`.
  ///
  /// Records of one partition come in order; `visit` gives `false` to end the scan. `tick` is called now and then.
  package mutating func read(
    _ bounds: TopicBounds, tick: (ScanProgress) -> Void = { _ in }, visit: (InputRecord) -> Bool
  ) throws(ScanFailure) {
    progress = ScanProgress()
    open = [:]
    for (partition, marks) in bounds where marks.high > marks.low {
      open[partition] = Place(end: marks.high, position: marks.low)
      progress.total += marks.high - marks.low
    }
    guard !open.isEmpty else { return }
    try asking { () throws(ClientFailure) in try source.read(bounds.keys.filter { open[$0] != nil }.sorted()) }
    var heard = now()
    var reason: String?
    while !open.isEmpty {
      tick(progress)
      guard let event = source.poll(milliseconds: 200) else {
        if now() - heard > patience { throw .silent(seconds: Int(patience / 1_000), reason: reason) }
        continue
      }
      switch event {
      case .record(let record):
        heard = now()
        guard pass(record) else { continue }
        if !visit(record) { return }
      case .partitionEnd(let partition, _):
        heard = now()
        end(partition)
      case .failed(let failure):
        switch failure.kind {
        case .setUp, .fatal, .fenced: throw .refused(failure.description)
        case .retriable, .passing, .abortable, .refused, .unknownOutcome: reason = failure.description
        }
        if now() - heard > patience { throw .silent(seconds: Int(patience / 1_000), reason: reason) }
      case .outOfRange(let partition):
        throw .refused(
          "the first records of \(partition.topic)[\(partition.number)] were deleted while it was being read; try again"
        )
      case .assigned, .revoked:
        break
      }
    }
  }

  /// Whether a record stands before its partition's end; moves the position.
  private mutating func pass(_ record: InputRecord) -> Bool {
    let partition = InputPartition(topic: record.topic, number: record.partition)
    guard let place = open[partition] else { return false }
    guard record.offset < place.end else {
      end(partition)
      return false
    }
    let next = max(place.position, record.offset &+ 1)
    progress.passed += next - place.position
    open[partition]?.position = next
    if next >= place.end { open[partition] = nil }
    return true
  }

  private mutating func end(_ partition: InputPartition) {
    guard let place = open.removeValue(forKey: partition) else { return }
    progress.passed += max(0, place.end - place.position)
  }

  /// Asks until there is an answer or patience ends.
  private func asking<Answer>(_ body: () throws(ClientFailure) -> Answer) throws(ScanFailure) -> Answer {
    let start = now()
    // The first reason: of what goes on failing librdkafka says less the next time.
    var reason: String?
    while true {
      do throws(ClientFailure) {
        return try body()
      } catch {
        guard error.kind == .retriable || error.kind == .passing || error.kind == .abortable else {
          throw .refused(error.description)
        }
        reason = reason ?? error.description
        if now() - start >= patience { throw .silent(seconds: Int(patience / 1_000), reason: reason) }
      }
    }
  }
}
