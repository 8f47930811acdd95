import KafkaClient

/// How librdkafka's errors become what the worker must do.
extension ClientFailure {
  /// From a call of the transactional producer.
  ///
  /// librdkafka's flags decide, in its documented order; an error with none of them is to be treated as fatal. Fencing and wrong
  /// set-up are told apart by code, since they look fatal to librdkafka but ask for other things of an operator.
  init(transactional error: KafkaError) {
    let kind: Kind
    if let known = Self.kindByCode(error.code) {
      kind = known
    } else if error.isFatal {
      kind = .fatal
    } else if error.requiresAbort {
      kind = .abortable
    } else if error.isRetriable {
      kind = .retriable
    } else {
      kind = error.code == .timedOut ? .unknownOutcome : .fatal
    }
    self.init(kind, error)
  }

  /// From the start of the producer: it goes on in the background and may be waited for again.
  init(starting error: KafkaError) {
    self.init(transactional: error)
    if kind == .unknownOutcome { self.init(.retriable, error) }
  }

  /// From handing a record to the producer.
  ///
  /// A record that can't be written stops the worker: to pass over it would lose it.
  init(producing error: KafkaError) {
    switch error.code {
    case .messageTooLarge, .unknownTopic, .unknownTopicOrPartition, .unknownPartition: self.init(.setUp, error)
    case _ where error.isFatal: self.init(transactional: error)
    // A failed transaction refuses records; to abort it says why.
    default: self.init(.abortable, error)
    }
  }

  /// From a delivery report: a refusal that doing the work anew can't mend; `nil` for any other.
  init?(refusal report: DeliveryReport) {
    let wayOut: String
    switch report.code {
    case .messageTooLarge:
      wayOut =
        "raise its max.message.bytes ('nuqta topics describe' shows it), or lower -X producer.message.max.bytes, and "
        + "articles with larger records become dead letters"
    case .topicAuthorizationFailed: wayOut = "allow the worker to write to it"
    case .invalidRecord: wayOut = "look at its cleanup.policy and timestamp settings"
    default: return nil
    }
    self.init(
      .setUp, code: report.code.name,
      message: "topic '\(report.topic)' refused a record: \(report.code.explanation); \(wayOut)")
  }

  /// From a poll.
  ///
  /// Records that can't be read stop the worker: librdkafka goes on behind them, and a commit would pass over them.
  init(polling error: KafkaError) {
    switch error.code {
    case .badMessage, .badCompression, .notImplemented: self.init(.fatal, error)
    case .messageTooLarge: self.init(.setUp, error)
    // The offset of the partition's beginning could not be had, and librdkafka doesn't ask again unless it is sought anew.
    case .noUsablePosition: self.init(.abortable, error)
    default: self.init(query: error)
    }
  }

  /// From a call that asks or tells something and may simply be made again.
  init(query error: KafkaError) {
    self.init(Self.kindByCode(error.code) ?? (error.isFatal ? .fatal : .retriable), error)
  }

  /// From a commit of offsets without a transaction: the group may have moved on, then the offsets wait for the next assignment.
  init(offsetCommit error: KafkaError) {
    switch error.code {
    case .illegalGeneration, .unknownMember, .rebalanceInProgress, .assignmentLost: self.init(.abortable, error)
    default: self.init(query: error)
    }
  }

  private init(_ kind: Kind, _ error: KafkaError) {
    self.init(kind, code: error.name, message: "\(error.operation): \(error.message)")
  }

  private static func kindByCode(_ code: KafkaErrorCode) -> Kind? {
    switch code {
    case .fenced, .producerFenced, .invalidProducerEpoch, .fencedInstanceID: .fenced
    case .topicAuthorizationFailed, .groupAuthorizationFailed, .clusterAuthorizationFailed,
      .transactionalIDAuthorizationFailed, .saslAuthenticationFailed, .authentication, .unsupportedVersion,
      .invalidTransactionTimeout, .invalidTopic:
      .setUp
    default: nil
    }
  }
}
