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
      kind = Self.passing.contains(error.code) ? .passing : .abortable
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
    case .unknownTopic, .unknownTopicOrPartition, .unknownPartition: self.init(.setUp, error)
    case _ where error.isFatal: self.init(transactional: error)
    case _ where Self.passing.contains(error.code): self.init(.passing, error)
    // A failed transaction refuses records; to abort it says why.
    default: self.init(.abortable, error)
    }
  }

  /// From the delivery reports of a batch: what was refused for good, or what only an operator can mend; `nil` where there is neither.
  ///
  /// A record purged with its batch, or one that timed out, says nothing about itself.
  init?(reports: [DeliveryReport]) {
    if let report = reports.first(where: { $0.code == .topicAuthorizationFailed }) {
      self.init(
        .setUp, code: report.code.name,
        message: "topic '\(report.topic)' refused a record: \(report.code.explanation); allow the worker to write to it"
      )
      return
    }
    let refusals = reports.compactMap(Refusal.init)
    guard let first = refusals.first else { return nil }
    self.init(
      .refused(refusals), code: first.code,
      message: "topic '\(first.topic)' refused \(refusals.count == 1 ? "a record" : "\(refusals.count) records"): "
        + first.explanation)
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
    case .illegalGeneration, .unknownMember, .rebalanceInProgress, .assignmentLost: self.init(.passing, error)
    default: self.init(query: error)
    }
  }

  private init(_ kind: Kind, _ error: KafkaError) {
    self.init(kind, code: error.name, message: "\(error.operation): \(error.message)")
  }

  /// Reasons for an abort that pass by themselves: coordinators and leaders that move, time-outs, a group that has moved on, and the
  /// sequence that has a gap once after every abort of unsent records.
  private static let passing: Set<KafkaErrorCode> = [
    .coordinatorLoading, .coordinatorNotAvailable, .notCoordinator, .leaderNotAvailable, .notLeaderForPartition,
    .requestTimedOut, .notEnoughReplicas, .notEnoughReplicasAfterAppend, .networkException, .storageError,
    .concurrentTransactions, .illegalGeneration, .unknownMember, .rebalanceInProgress, .assignmentLost,
    .outOfOrderSequenceNumber, .unknownProducerID, .invalidProducerEpoch, .unstableOffsetCommit, .transport,
    .allBrokersDown, .timedOut, .messageTimedOut, .purgedFromQueue, .purgedInFlight, .queueFull,
  ]

  private static func kindByCode(_ code: KafkaErrorCode) -> Kind? {
    switch code {
    case .fenced, .producerFenced, .fencedInstanceID: .fenced
    case .topicAuthorizationFailed, .groupAuthorizationFailed, .clusterAuthorizationFailed,
      .transactionalIDAuthorizationFailed, .saslAuthenticationFailed, .authentication, .unsupportedVersion,
      .invalidTransactionTimeout, .invalidTopic:
      .setUp
    default: nil
    }
  }
}
