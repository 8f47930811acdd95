import KafkaClient

/// How a batch becomes visible.
extension LibrdkafkaClient {
  /// How long a flush waits before it is tried again, in milliseconds.
  private static var flushPatience: Int32 { 10_000 }

  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    do throws(KafkaError) {
      // Taken now: the place in the group is part of what a broker checks.
      guard let group = try consumer?.groupMetadata() else { return }
      try transaction?.sendOffsets(Self.offsets(offsets), group: group)
    } catch {
      throw ClientFailure(transactional: error)
    }
  }

  func commitTransaction() throws(ClientFailure) {
    guard let open = transaction.take() else { return }
    try settle(open.commit())
  }

  func abortTransaction() throws(ClientFailure) {
    guard let open = transaction.take() else { return }
    try settle(open.abort())
  }

  private func settle(_ outcome: consuming TransactionOutcome) throws(ClientFailure) {
    _ = transactional?.drainDeliveryReports()
    switch consume outcome {
    case .ended:
      return
    case .unfinished(let open, let error):
      transaction = consume open
      throw ClientFailure(transactional: error)
    case .mustAbort(let open, let error):
      transaction = consume open
      throw ClientFailure(transactional: error)
    case .failed(let error):
      throw ClientFailure(transactional: error)
    }
  }

  func flush() throws(ClientFailure) {
    do throws(KafkaError) {
      try plain?.flush(milliseconds: Self.flushPatience)
    } catch {
      throw ClientFailure(query: error)
    }
    let refused = plain?.drainDeliveryReports().first { !$0.isDelivered }
    if let refused {
      throw ClientFailure(
        .abortable, code: refused.code.name,
        message: "topic '\(refused.topic)' refused a record: \(refused.code.explanation)")
    }
  }

  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.commit(Self.offsets(offsets), milliseconds: Self.patience)
    } catch {
      throw ClientFailure(offsetCommit: error)
    }
  }

  private static func offsets(_ offsets: [InputPartition: CommittedOffset]) -> [PartitionOffset] {
    offsets.sorted { $0.key < $1.key }.map {
      PartitionOffset($0.key.kafka, offset: $0.value.offset, metadata: $0.value.metadata)
    }
  }
}
