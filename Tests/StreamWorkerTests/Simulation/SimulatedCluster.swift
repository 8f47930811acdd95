import ArticlePipeline
import StreamWorker
import TestSupport

/// What a worker sees of Kafka, in memory and in one thread: logs, a consumer group, a transaction coordinator.
///
/// It keeps to what brokers promise: a transaction's records and offsets become visible together or not at all, a producer
/// with the same transactional id fences the older one, and a group's partitions are taken back before they are given anew.
final class SimulatedCluster {
  /// An output record as a read-committed reader gets it.
  struct Output: Hashable {
    let stream: OutputStream
    let key: [UInt8]?
    let value: [UInt8]?
  }

  /// A slot of an input log: a record, or a control record that only takes up an offset.
  enum Slot {
    case record(key: String, value: String)
    case control
  }

  struct Transaction {
    var outputs: [(partition: Int32, output: Output)] = []
    var offsets: [InputPartition: CommittedOffset] = [:]
  }

  let topic = "articles"
  var logs: [[Slot]]
  /// The first offset that retention has left, per partition.
  var low: [Int64]
  var committed: [InputPartition: CommittedOffset] = [:]
  var outputs: [[Output]]
  /// The newest epoch of each transactional id.
  var epochs: [String: Int] = [:]
  var open: [String: Transaction] = [:]

  /// Keys of articles of which the topic of units takes no record.
  var refused: Set<[UInt8]> = []
  /// Keys of which the topic of dead letters takes no letter with a value.
  var refusedLetters: Set<[UInt8]> = []

  // The group.
  var members: [ObjectIdentifier] = []
  var clients: [ObjectIdentifier: SimulatedClient] = [:]
  var owned: [ObjectIdentifier: [InputPartition]] = [:]
  var isRebalancing = false
  /// Counts the assignments; a member of an earlier one can't commit offsets.
  var generation = 0
  /// Members that the group has given up and that don't know it yet, or know but haven't answered.
  var evicted: Set<ObjectIdentifier> = []

  init(partitions: Int) {
    logs = Array(repeating: [], count: partitions)
    low = Array(repeating: 0, count: partitions)
    outputs = Array(repeating: [], count: partitions)
  }

  func append(_ slot: Slot, to partition: Int) {
    logs[partition].append(slot)
  }

  /// The records that an undisturbed worker would have written for everything that is in the logs.
  func expected(by processor: ArticleProcessor) -> [[Output]] {
    logs.indices.map { partition in
      var arena = RecordArena()
      for offset in logs[partition].indices {
        guard let record = record(partition, Int64(offset)) else { continue }
        if let key = record.key, refused.contains(key) {
          _ = processor.reject(
            record, Self.unusable, withoutValue: refusedLetters.contains(key), into: &arena)
        } else {
          _ = processor.process(record, into: &arena)
        }
      }
      return Self.outputs(of: arena)
    }
  }

  static let refusal = Refusal(article: 0, topic: "units", code: "MSG_SIZE_TOO_LARGE", explanation: "too large")

  /// What the dead letter of a refused article says.
  static let unusable = UnusableRecord(
    .outputRefused, "topic 'units' refused a record of the article: MSG_SIZE_TOO_LARGE, too large")

  /// The articles of a batch that the topics don't take.
  func refusals(of articles: [(key: [UInt8]?, outputs: [Output])]) -> [Refusal] {
    articles.indices.compactMap { index in
      guard let key = articles[index].key, refused.contains(key) else { return nil }
      let isLetter = articles[index].outputs.allSatisfy { $0.stream == .deadLetters }
      let isRefused =
        isLetter ? refusedLetters.contains(key) && articles[index].outputs.contains { $0.value != nil } : true
      return isRefused
        ? Refusal(article: index, topic: "units", code: Self.refusal.code, explanation: Self.refusal.explanation) : nil
    }
  }

  static func outputs(of arena: borrowing RecordArena) -> [Output] {
    var found: [Output] = []
    for record in arena.records {
      found.append(
        Output(
          stream: record.stream, key: record.key.map { Array(arena.bytes[$0]) },
          value: record.value.map { Array(arena.bytes[$0]) }))
    }
    return found
  }

  func record(_ partition: Int, _ offset: Int64) -> InputRecord? {
    guard case .record(let key, let value) = logs[partition][Int(offset)] else { return nil }
    return InputRecord(
      topic: topic, partition: Int32(partition), offset: offset, timestamp: 1_700_000_000_000 + offset,
      key: Array(key.utf8), value: Array(value.utf8),
      headers: [RecordHeader(name: "content-type", value: Array("text/plain".utf8))])
  }

  // MARK: Transactions

  /// Starts a producer: fences older ones of its id and aborts what they left open.
  func initialize(_ id: String) -> Int {
    epochs[id, default: 0] += 1
    open[id] = nil
    return epochs[id, default: 0]
  }

  /// The broker ends a transaction that stayed open for too long: its producer is fenced.
  func timeOut(_ id: String) {
    guard open[id] != nil else { return }
    _ = initialize(id)
  }

  /// Whether a transaction that is not decided yet moves the offset of one of these partitions.
  func isUndecided(_ partitions: [InputPartition]) -> Bool {
    open.values.contains { transaction in partitions.contains { transaction.offsets[$0] != nil } }
  }

  func commit(_ id: String) {
    guard let transaction = open.removeValue(forKey: id) else { return }
    for (partition, output) in transaction.outputs { outputs[Int(partition)].append(output) }
    committed.merge(transaction.offsets) { _, new in new }
  }

  // MARK: The group

  func join(_ client: SimulatedClient) {
    let id = ObjectIdentifier(client)
    members.append(id)
    clients[id] = client
    rebalance()
  }

  func leave(_ client: SimulatedClient) {
    let id = ObjectIdentifier(client)
    members.removeAll { $0 == id }
    evicted.remove(id)
    owned[id] = nil
    clients[id] = nil
    rebalance()
  }

  /// The group gives a member up, as after a long pause: its partitions go to others at once, and it hears of that later.
  func evict(_ client: SimulatedClient) {
    let id = ObjectIdentifier(client)
    guard members.contains(id), let partitions = owned[id], !partitions.isEmpty else { return }
    members.removeAll { $0 == id }
    owned[id] = nil
    if client.withdrawAssignment() {
      members.append(id)
    } else {
      evicted.insert(id)
      client.lose(partitions)
    }
    rebalance()
  }

  /// Whether the broker takes offsets from a member.
  func isCurrent(_ client: SimulatedClient) -> Bool {
    members.contains(ObjectIdentifier(client)) && client.generation == generation
  }

  /// Adds an empty partition to the topic; the group takes note.
  func grow() {
    logs.append([])
    low.append(0)
    outputs.append([])
    rebalance()
  }

  /// Takes all partitions back; they are given anew once every member has let go.
  func rebalance() {
    isRebalancing = true
    for id in members {
      guard let client = clients[id], let partitions = owned[id], !partitions.isEmpty else { continue }
      if client.withdrawAssignment() {
        // Given, but never heard of: there is nothing to let go.
        owned[id] = nil
      } else if !client.hasRevocation {
        client.notices.append(.revoked(partitions, lost: false))
      }
    }
    giveOut()
  }

  func letGo(_ client: SimulatedClient) {
    let id = ObjectIdentifier(client)
    owned[id] = nil
    if evicted.remove(id) != nil {
      members.append(id)
      rebalance()
    } else {
      giveOut()
    }
  }

  private func giveOut() {
    guard isRebalancing, owned.values.allSatisfy(\.isEmpty), !members.isEmpty else { return }
    isRebalancing = false
    generation += 1
    for (index, id) in members.enumerated() {
      let mine = logs.indices.filter { $0 % members.count == index }
        .map { InputPartition(topic: topic, number: Int32($0)) }
      owned[id] = mine
      clients[id]?.generation = generation
      clients[id]?.notices.append(.assigned(mine))
    }
  }
}
