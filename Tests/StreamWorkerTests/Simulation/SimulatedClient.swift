import ArticlePipeline
import StreamWorker

/// A worker's client on a simulated cluster, with faults on demand.
final class SimulatedClient: WorkerClient {
  /// A call that a fault can hit.
  enum Call: CaseIterable {
    case initialize, replace, subscribe, committed, assign, seek, begin, produce, sendOffsets, commit, abort, flush
    case commitOffsets
  }

  /// What goes wrong with a call.
  enum Fault {
    /// The call fails and nothing has happened.
    case before(ClientFailure.Kind)
    /// The broker acted, the answer was lost.
    case after(ClientFailure.Kind)
    /// The process dies before the call.
    case crashBefore
    /// The process dies after the call took effect.
    case crashAfter
  }

  let cluster: SimulatedCluster
  let transactionalID: String
  /// Decides which calls fail.
  var fault: (Call) -> Fault? = { _ in nil }
  var notices: [ClientEvent] = []
  private(set) var isDead = false
  private(set) var calls: [Call] = []
  private var isLettingGo = false
  private var epoch = 0
  private var positions: [InputPartition: Int64] = [:]
  private var order: [InputPartition] = []
  private var ended: Set<InputPartition> = []
  /// At least once: output that is not acknowledged yet.
  private var unflushed: [(partition: Int32, output: SimulatedCluster.Output)] = []
  private var isTransactional = true

  init(cluster: SimulatedCluster, transactionalID: String, isTransactional: Bool = true) {
    self.cluster = cluster
    self.transactionalID = transactionalID
    self.isTransactional = isTransactional
  }

  /// The process is gone: the group notices, the transaction stays as it is.
  func crash() {
    guard !isDead else { return }
    isDead = true
    cluster.leave(self)
  }

  /// Whether a revocation waits to be polled or answered.
  var hasRevocation: Bool {
    isLettingGo || notices.contains { if case .revoked = $0 { true } else { false } }
  }

  /// Takes back an assignment that was not polled yet; gives whether there was one.
  func withdrawAssignment() -> Bool {
    let before = notices.count
    notices.removeAll { if case .assigned = $0 { true } else { false } }
    return notices.count < before
  }

  private func call(_ name: Call, _ effect: () throws(ClientFailure) -> Void) throws(ClientFailure) {
    calls.append(name)
    if isDead { throw ClientFailure(.fatal, code: "dead", message: "the process is dead") }
    switch fault(name) {
    case .before(let kind): throw ClientFailure(kind, code: "before", message: "\(name) refused")
    case .crashBefore:
      crash()
      throw ClientFailure(.fatal, code: "dead", message: "died before \(name)")
    case .after(let kind):
      try effect()
      throw ClientFailure(kind, code: "after", message: "answer to \(name) lost")
    case .crashAfter:
      try effect()
      crash()
      throw ClientFailure(.fatal, code: "dead", message: "died after \(name)")
    case nil: try effect()
    }
  }

  private func checkEpoch() throws(ClientFailure) {
    guard epoch == cluster.epochs[transactionalID] else {
      throw ClientFailure(.fenced, code: "_FENCED", message: "a newer producer has this id")
    }
  }

  func initializeProducer() throws(ClientFailure) {
    try call(.initialize) { epoch = isTransactional ? cluster.initialize(transactionalID) : 0 }
  }

  func replaceProducer() throws(ClientFailure) {
    try call(.replace) { epoch = cluster.initialize(transactionalID) }
  }

  func subscribe(to topics: [String]) throws(ClientFailure) {
    try call(.subscribe) { cluster.join(self) }
  }

  func poll(milliseconds: Int) -> ClientEvent? {
    if isDead { return .failed(ClientFailure(.fatal, code: "dead", message: "dead")) }
    if !notices.isEmpty {
      let notice = notices.removeFirst()
      if case .revoked = notice { isLettingGo = true }
      return notice
    }
    for partition in order {
      guard let position = positions[partition] else { continue }
      let number = Int(partition.number)
      if position < cluster.low[number] { return .outOfRange(partition) }
      if position < Int64(cluster.logs[number].count) {
        positions[partition] = position + 1
        ended.remove(partition)
        // Fair: the next poll looks at another partition first.
        if let index = order.firstIndex(of: partition) { order.append(order.remove(at: index)) }
        guard let record = cluster.record(number, position) else { return poll(milliseconds: milliseconds) }
        return .record(record)
      }
      if ended.insert(partition).inserted { return .partitionEnd(partition, offset: position) }
    }
    return nil
  }

  func committedOffsets(
    of partitions: [InputPartition]
  ) throws(ClientFailure) -> [InputPartition: CommittedOffset] {
    try call(.committed) {}
    return cluster.committed.filter { partitions.contains($0.key) }
  }

  func partitionCount(of topic: String) throws(ClientFailure) -> Int { cluster.logs.count }

  func watermarks(of partition: InputPartition) throws(ClientFailure) -> Watermarks {
    let number = Int(partition.number)
    return Watermarks(low: cluster.low[number], high: Int64(cluster.logs[number].count))
  }

  func assign(_ wanted: [InputPartition: Int64?]) throws(ClientFailure) {
    try call(.assign) {
      order = wanted.keys.sorted()
      place(wanted)
    }
  }

  func unassign() throws(ClientFailure) {
    positions = [:]
    order = []
    isLettingGo = false
    cluster.letGo(self)
  }

  func seek(to wanted: [InputPartition: Int64?]) throws(ClientFailure) {
    try call(.seek) { place(wanted) }
  }

  private func place(_ wanted: [InputPartition: Int64?]) {
    for (partition, offset) in wanted { positions[partition] = offset ?? cluster.low[Int(partition.number)] }
    ended = []
  }

  func beginTransaction() throws(ClientFailure) {
    try call(.begin) { () throws(ClientFailure) in
      try checkEpoch()
      cluster.open[transactionalID] = SimulatedCluster.Transaction()
    }
  }

  func produce(_ records: borrowing RecordArena, from source: InputPartition) throws(ClientFailure) {
    let outputs = SimulatedCluster.outputs(of: records)
    try call(.produce) { () throws(ClientFailure) in
      if isTransactional { try checkEpoch() }
      for output in outputs {
        if isTransactional {
          cluster.open[transactionalID]?.outputs.append((source.number, output))
        } else {
          unflushed.append((source.number, output))
        }
      }
    }
  }

  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    try call(.sendOffsets) { () throws(ClientFailure) in
      try checkEpoch()
      cluster.open[transactionalID]?.offsets.merge(offsets) { _, new in new }
    }
  }

  func commitTransaction() throws(ClientFailure) {
    try call(.commit) { () throws(ClientFailure) in
      try checkEpoch()
      cluster.commit(transactionalID)
    }
  }

  func abortTransaction() throws(ClientFailure) {
    try call(.abort) { () throws(ClientFailure) in
      try checkEpoch()
      cluster.open[transactionalID] = nil
    }
  }

  func flush() throws(ClientFailure) {
    try call(.flush) {
      for (partition, output) in unflushed { cluster.outputs[Int(partition)].append(output) }
      unflushed = []
    }
  }

  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    try call(.commitOffsets) { cluster.committed.merge(offsets) { _, new in new } }
  }

  func close() {
    guard !isDead else { return }
    isDead = true
    cluster.leave(self)
  }
}
