/// What came of the attempt to end a transaction.
package enum TransactionOutcome: ~Copyable {
  /// It is ended, as wanted; the producer can begin the next.
  case ended
  /// Not decided yet. Only the same call may follow, and resumes it.
  case unfinished(Transaction, KafkaError)
  /// It can't be committed. Abort it, and read its input again.
  ///
  /// After a record that a broker refused, the transaction after this one fails too, once (`OUT_OF_ORDER_SEQUENCE_NUMBER`), until
  /// librdkafka has a new epoch: allow for several in a row before giving up, or make a new producer.
  case mustAbort(Transaction, KafkaError)
  /// The producer is finished, or its state isn't known: make a new one, or leave the process.
  case failed(KafkaError)

  init(_ transaction: consuming Transaction, _ error: OpaquePointer?, during operation: String) {
    guard let error = unsafe error else {
      self = .ended
      return
    }
    let reason = unsafe KafkaError(taking: error, during: operation)
    // The order matters: an error may carry more than one flag.
    if reason.isFatal {
      self = .failed(reason)
    } else if reason.requiresAbort {
      self = .mustAbort(transaction, reason)
    } else if reason.isRetriable {
      self = .unfinished(transaction, reason)
    } else {
      self = .failed(reason)
    }
  }

  /// The error, `nil` where it is ended.
  package var error: KafkaError? {
    switch self {
    case .ended: nil
    case .unfinished(_, let error): error
    case .mustAbort(_, let error): error
    case .failed(let error): error
    }
  }
}
