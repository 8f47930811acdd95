import ArticlePipeline
import StreamWorker

/// A worker's client on a simulated cluster, with faults on demand.
final class SimulatedClient: WorkerClient {
  /// A call that a fault can hit.
  enum Call: CaseIterable {
    case initialize, replace, subscribe, committed, watermarks, assign, seek, begin, produce, sendOffsets, commit, abort
    case flush, commitOffsets
  }

  /// What goes wrong with a call.
  enum Fault {
    /// The call fails and nothing has happened.
    case before(ClientFailure.Kind)
    /// The broker acted, the answer was lost.
    case after(ClientFailure.Kind)
    /// The call does half of its work and fails.
    case half(ClientFailure.Kind)
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
  /// The group's assignment that this member belongs to.
  var generation = 0
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
  /// The articles of the open batch, as far as they were produced.
  private var articles: [(key: [UInt8]?, outputs: [SimulatedCluster.Output])] = []

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

  /// Takes all partitions away without waiting for an answer.
  func lose(_ partitions: [InputPartition]) {
    // A revocation that was polled already is answered in any case.
    if isLettingGo { return }
    notices.removeAll { if case .revoked = $0 { true } else { false } }
    notices.append(.revoked(partitions, lost: true))
  }

  private func checkGeneration() throws(ClientFailure) {
    guard cluster.isCurrent(self) else {
      throw ClientFailure(.abortable, code: "ILLEGAL_GENERATION", message: "the group has moved on")
    }
  }

  private func call(
    _ name: Call, half: () throws(ClientFailure) -> Void = {}, _ effect: () throws(ClientFailure) -> Void
  ) throws(ClientFailure) {
    calls.append(name)
    if isDead { throw ClientFailure(.fatal, code: "dead", message: "the process is dead") }
    switch fault(name) {
    case .before(let kind): throw ClientFailure(kind, code: "before", message: "\(name) refused")
    case .half(let kind):
      try half()
      throw ClientFailure(kind, code: "half", message: "\(name) broke off")
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
    try call(.committed) { () throws(ClientFailure) in
      if cluster.isUndecided(partitions) {
        throw ClientFailure(.retriable, code: "UNSTABLE_OFFSET_COMMIT", message: "a transaction is undecided")
      }
    }
    return cluster.committed.filter { partitions.contains($0.key) }
  }

  func partitionCount(of topic: String) throws(ClientFailure) -> Int { cluster.logs.count }

  func watermarks(of partition: InputPartition) throws(ClientFailure) -> Watermarks {
    try call(.watermarks) {}
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
    articles = []
    try call(.begin) { () throws(ClientFailure) in
      try checkEpoch()
      cluster.open[transactionalID] = SimulatedCluster.Transaction()
    }
  }

  func produce(_ records: borrowing RecordArena, from source: InputPartition) throws(ClientFailure) {
    let outputs = SimulatedCluster.outputs(of: records)
    articles.append((outputs.first { $0.stream != .units }?.key ?? nil, outputs))
    func put(_ outputs: some Sequence<SimulatedCluster.Output>) throws(ClientFailure) {
      if isTransactional { try checkEpoch() }
      for output in outputs {
        if isTransactional {
          cluster.open[transactionalID]?.outputs.append((source.number, output))
        } else {
          unflushed.append((source.number, output))
        }
      }
    }
    try call(.produce) { () throws(ClientFailure) in
      try put(outputs.prefix(outputs.count / 2))
    } _: { () throws(ClientFailure) in
      try put(outputs)
    }
  }

  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    try call(.sendOffsets) { () throws(ClientFailure) in
      try checkEpoch()
      try checkGeneration()
      // Brokers answer when they like: here a refusal is known before the offsets are sent, or else when they commit.
      if articles.count % 2 == 0 { try checkRefusals() }
      cluster.open[transactionalID]?.offsets.merge(offsets) { _, new in new }
    }
  }

  private func checkRefusals() throws(ClientFailure) {
    let refusals = cluster.refusals(of: articles)
    if !refusals.isEmpty { throw ClientFailure(.refused(refusals), code: "refused", message: "a record was refused") }
  }

  func commitTransaction() throws(ClientFailure) {
    try call(.commit) { () throws(ClientFailure) in
      try checkEpoch()
      try checkRefusals()
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
    func deliver(_ records: some Sequence<(partition: Int32, output: SimulatedCluster.Output)>) {
      for (partition, output) in records { cluster.outputs[Int(partition)].append(output) }
      unflushed = []
    }
    // Half: the rest was refused, which the delivery reports say.
    try call(.flush) {
      deliver(unflushed.prefix(unflushed.count / 2))
    } _: { () throws(ClientFailure) in
      defer { articles = [] }
      let refusals = cluster.refusals(of: articles)
      let gone = Set(refusals.map(\.article))
      deliver(unflushed.filter { record in !gone.contains { articles[$0].outputs.contains(record.output) } })
      if !refusals.isEmpty { throw ClientFailure(.refused(refusals), code: "refused", message: "a record was refused") }
    }
  }

  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    try call(.commitOffsets) { () throws(ClientFailure) in
      try checkGeneration()
      cluster.committed.merge(offsets) { _, new in new }
    }
  }

  func close() {
    guard !isDead else { return }
    isDead = true
    cluster.leave(self)
  }
}
