import KafkaClient

/// How a batch becomes visible.
extension LibrdkafkaClient {
  /// How long a flush waits before it is tried again, in milliseconds.
  private static var flushPatience: Int32 { 10_000 }

  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    do throws(KafkaError) {
      // Taken now: the place in the group is part of what a broker checks.
      guard let group = try consumer?.groupMetadata(), transaction != nil else { throw Self.noTransaction }
      try transaction?.sendOffsets(Self.offsets(offsets), group: group)
    } catch {
      let failure = ClientFailure(transactional: error)
      throw failure.isAbort ? refusal() ?? failure : failure
    }
  }

  func commitTransaction() throws(ClientFailure) {
    guard let open = transaction.take() else { throw ClientFailure(transactional: Self.noTransaction) }
    try settle(open.commit())
  }

  func abortTransaction() throws(ClientFailure) {
    guard let open = transaction.take() else { return }
    try settle(open.abort())
  }

  /// Takes the transaction back where it is not ended, and says why.
  func settle(_ outcome: consuming TransactionOutcome) throws(ClientFailure) {
    switch consume outcome {
    case .ended:
      return
    case .unfinished(let open, let error):
      transaction = consume open
      throw ClientFailure(transactional: error)
    case .mustAbort(let open, let error):
      transaction = consume open
      throw refusal() ?? ClientFailure(transactional: error)
    case .failed(let error):
      let failure = ClientFailure(transactional: error)
      // Whoever is fenced has nothing to find out about its records.
      throw failure.kind == .fatal ? refusal() ?? failure : failure
    }
  }

  func flush() throws(ClientFailure) {
    do throws(KafkaError) {
      try plain?.flush(milliseconds: Self.flushPatience)
    } catch {
      throw ClientFailure(query: error)
    }
    countAnew()
    let failed = (plain?.drainDeliveryReports() ?? []).filter { !$0.isDelivered }
    guard let first = failed.first else { return }
    throw ClientFailure(reports: failed)
      ?? ClientFailure(
        .abortable, code: first.code.name, message: "topic '\(first.topic)' took no record: \(first.code.explanation)")
  }

  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.commit(Self.offsets(offsets), milliseconds: Self.patience)
    } catch {
      throw ClientFailure(offsetCommit: error)
    }
  }

  /// What can only be a defect of ours; to go on as if it were done would lose or double articles.
  private static var noTransaction: KafkaError {
    KafkaError(
      code: .invalidState, message: "there is no open transaction", operation: "end transaction", isFatal: true)
  }

  private static func offsets(_ offsets: [InputPartition: CommittedOffset]) -> [PartitionOffset] {
    offsets.sorted { $0.key < $1.key }.map {
      PartitionOffset($0.key.kafka, offset: $0.value.offset, metadata: $0.value.metadata)
    }
  }
}

extension ClientFailure {
  /// Whether the transaction is to be aborted, for whatever reason.
  fileprivate var isAbort: Bool {
    switch kind {
    case .passing, .abortable, .refused: true
    case .retriable, .unknownOutcome, .fenced, .setUp, .fatal: false
    }
  }
}
