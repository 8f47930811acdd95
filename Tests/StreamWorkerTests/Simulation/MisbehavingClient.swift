import ArticlePipeline
import StreamWorker

/// A client that passes everything on, except for the one thing that its defect gets wrong.
///
/// It stands between the loop and the simulated cluster, so that a wrong worker can be shown without a wrong line in the loop.
final class MisbehavingClient: WorkerClient {
  let inner: SimulatedClient
  private let defect: Defect?
  private var lastOffsets: [InputPartition: CommittedOffset] = [:]
  private var isRepeating = false
  private var isAborted = false
  private var seekAfterNextRecord: [InputPartition: Int64?]?

  init(_ inner: SimulatedClient, defect: Defect?) {
    self.inner = inner
    self.defect = defect
  }

  func initializeProducer() throws(ClientFailure) { try inner.initializeProducer() }
  func replaceProducer() throws(ClientFailure) { try inner.replaceProducer() }
  func subscribe(to topics: [String]) throws(ClientFailure) { try inner.subscribe(to: topics) }
  func partitionCount(of topic: String) throws(ClientFailure) -> Int { try inner.partitionCount(of: topic) }
  func watermarks(of partition: InputPartition) throws(ClientFailure) -> Watermarks {
    try inner.watermarks(of: partition)
  }
  func assign(_ positions: [InputPartition: Int64?]) throws(ClientFailure) { try inner.assign(positions) }
  func unassign() throws(ClientFailure) { try inner.unassign() }
  func flush() throws(ClientFailure) { try inner.flush() }
  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    try inner.commitOffsets(offsets)
  }
  func close() { inner.close() }

  func committedOffsets(
    of partitions: [InputPartition]
  ) throws(ClientFailure) -> [InputPartition: CommittedOffset] {
    if defect == .readsUndecidedOffsets { return inner.cluster.committed.filter { partitions.contains($0.key) } }
    return try inner.committedOffsets(of: partitions)
  }

  func poll(milliseconds: Int) -> ClientEvent? {
    let event = inner.poll(milliseconds: milliseconds)
    switch event {
    case .revoked(let partitions, true) where defect == .keepsLostWork:
      inner.generation = inner.cluster.generation
      return .revoked(partitions, lost: false)
    case .partitionEnd(let partition, let offset) where defect == .passesPartitionEnd:
      return .partitionEnd(partition, offset: offset + 1)
    case .record where seekAfterNextRecord != nil:
      if let positions = seekAfterNextRecord.take() { try? inner.seek(to: positions) }
      return event
    default:
      return event
    }
  }

  func seek(to positions: [InputPartition: Int64?]) throws(ClientFailure) {
    switch defect {
    case .dropsRewind: return
    case .givesStaleRecords: seekAfterNextRecord = positions
    default: try inner.seek(to: positions)
    }
  }

  func beginTransaction() throws(ClientFailure) {
    if isAborted {
      isAborted = false
      return
    }
    try inner.beginTransaction()
  }

  func produce(_ records: borrowing RecordArena, from source: InputPartition) throws(ClientFailure) {
    try inner.produce(records, from: source)
  }

  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    switch defect {
    case .forgetsOffsets:
      return
    case .keepsLostWork:
      inner.cluster.open[inner.transactionalID]?.offsets.merge(offsets) { _, new in new }
    case .commitsOffsetsBeforeRecords:
      try inner.sendOffsets(offsets)
      let sent = inner.cluster.open[inner.transactionalID]?.offsets ?? [:]
      inner.cluster.committed.merge(sent) { _, new in new }
    case .repeatsWithStaleOffsets:
      do throws(ClientFailure) {
        try inner.sendOffsets(isRepeating ? lastOffsets : offsets)
        isRepeating = false
        lastOffsets = offsets
      } catch {
        isRepeating = true
        throw error
      }
    default:
      try inner.sendOffsets(offsets)
    }
  }

  func commitTransaction() throws(ClientFailure) {
    do throws(ClientFailure) {
      try inner.commitTransaction()
    } catch {
      switch (defect, error.kind) {
      case (.takesUnknownForDone, .unknownOutcome): return
      case (.takesUnknownForFailed, .unknownOutcome):
        throw ClientFailure(.abortable, code: error.code, message: error.message)
      default: throw error
      }
    }
  }

  func abortTransaction() throws(ClientFailure) {
    if defect == .skipsAborts {
      isAborted = true
      return
    }
    try inner.abortTransaction()
  }
}
