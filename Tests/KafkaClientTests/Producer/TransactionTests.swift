import Testing

@testable import KafkaClient

// That a transaction can't be ended twice is the compiler's to show: `commit` and `abort` consume it, and a second call is the
// error «'transaction' consumed more than once».

/// Every class of error at every transactional call, by errors injected into the mock cluster.
@Suite(.timeLimit(.minutes(20))) struct TransactionTests {
  private let offsets = [PartitionOffset(topic: "in", partition: 0, offset: 3)]

  /// A cluster with topics, whose producer is ready.
  private func withProducer(
    _ overrides: [ConfigurationProperty] = [],
    _ body: (borrowing EmbeddedCluster, borrowing TransactionalProducer) throws -> Void
  ) throws {
    let cluster = try EmbeddedCluster(brokerCount: 1, logger: Fixtures.logger)
    try cluster.createTopic("in", partitionCount: 1)
    try cluster.createTopic("out", partitionCount: 2)
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers, overrides)
    try producer.initTransactions(milliseconds: 10_000)
    try body(cluster, producer)
  }

  private func produce(_ transaction: borrowing Transaction, _ value: String = "v") throws(KafkaError) {
    var headers = RecordHeaders()
    try transaction.produce(
      to: "out", partition: .number(1), key: "k".utf8.span, value: value.utf8.span, headers: &headers)
  }

  /// One more transaction, on another topic: librdkafka remembers for a while that one is forbidden.
  private func retried(_ producer: borrowing TransactionalProducer) throws -> End {
    let transaction = try producer.begin()
    var headers = RecordHeaders()
    try transaction.produce(to: "in", partition: .number(0), key: nil, value: nil, headers: &headers)
    try transaction.produce(to: "out", partition: .number(1), key: nil, value: nil, headers: &headers)
    switch transaction.commit() {
    case .ended: return .ended
    case .unfinished: return .unfinished
    case .mustAbort(let failed, _):
      #expect(end(failed.abort()) == .ended)
      return .mustAbort
    case .failed: return .failed
    }
  }

  private func sendOffsets(_ transaction: borrowing Transaction, _ brokers: String) throws(KafkaError) {
    let consumer = try Fixtures.consumer(brokers)
    try transaction.sendOffsets(offsets, group: try consumer.groupMetadata(), milliseconds: 10_000)
  }

  /// How a transaction ended: enough of a ``TransactionOutcome`` to compare.
  private enum End: Equatable {
    case ended, unfinished, mustAbort, failed
  }

  private func end(_ outcome: consuming TransactionOutcome) -> End {
    switch outcome {
    case .ended: .ended
    case .unfinished: .unfinished
    case .mustAbort: .mustAbort
    case .failed: .failed
    }
  }

  @Test func oneTransactionAfterTheOther() throws {
    try withProducer { cluster, producer in
      for value in ["a", "b", "c"] {
        let transaction = try producer.begin()
        try produce(transaction, value)
        try sendOffsets(transaction, cluster.bootstrapServers)
        #expect(end(transaction.commit()) == .ended)
      }
      let empty = try producer.begin()
      #expect(end(empty.commit()) == .ended)
      #expect(producer.drainDeliveryReports().isEmpty)
      let consumer = try Fixtures.consumer(cluster.bootstrapServers)
      try consumer.assign([PartitionOffset(topic: "out", partition: 1, offset: 0)])
      #expect(consumer.readToEnd().map(\.value) == ["a".bytes, "b".bytes, "c".bytes])
    }
  }

  /// As a worker keeps it: in a property, over many turns of its loop.
  @Test func aTransactionCanBeKept() throws {
    final class Worker {
      let producer: TransactionalProducer
      var transaction: Transaction?
      init(_ producer: consuming TransactionalProducer) { self.producer = producer }

      func turn() throws {
        if transaction == nil { transaction = try producer.begin() }
        var headers = RecordHeaders()
        try transaction?.produce(
          to: "out", partition: .number(0), key: nil, value: "v".utf8.span, headers: &headers)
      }

      func commit() throws -> Bool {
        guard let open = transaction.take() else { return false }
        switch open.commit() {
        case .ended: return true
        case .unfinished(let again, _): transaction = consume again
        case .mustAbort(let failed, _): _ = failed.abort()
        case .failed(let error): throw error
        }
        return false
      }
    }
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("out", partitionCount: 1)
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers)
    try producer.initTransactions(milliseconds: 10_000)
    let worker = Worker(producer)
    for _ in 0..<3 {
      for _ in 0..<5 { try worker.turn() }
      #expect(try worker.commit())
    }
    #expect(try !worker.commit())
  }

  @Test func anAbortDropsWhatWasNotSent() throws {
    try withProducer([ConfigurationProperty("linger.ms", "5000")]) { _, producer in
      let transaction = try producer.begin()
      try produce(transaction)
      #expect(end(transaction.abort()) == .ended)
      let reports = producer.drainDeliveryReports()
      #expect(reports.map(\.code) == [.purgedFromQueue])
      let next = try producer.begin()
      try produce(next)
      #expect(end(next.commit()) == .ended)
    }
  }

  @Test func onlyOneTransactionAtATime() throws {
    try withProducer { _, producer in
      let transaction = try producer.begin()
      let error = #expect(throws: KafkaError.self) { _ = try producer.begin() }
      #expect(error?.code == .invalidState)
      #expect(end(transaction.commit()) == .ended)
    }
  }

  @Test func nothingBeginsBeforeInit() throws {
    let producer = try Fixtures.transactionalProducer("127.0.0.1:1")
    let error = #expect(throws: KafkaError.self) { _ = try producer.begin() }
    #expect(error?.code == .invalidState)
    #expect(error?.operation == "begin transaction")
  }

  // MARK: init

  @Test func initResumesWhenTheClusterIsBack() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.takeDown(broker: -1)
    let producer = try Fixtures.transactionalProducer(
      cluster.bootstrapServers, [ConfigurationProperty("reconnect.backoff.max.ms", "200")])
    let error = #expect(throws: KafkaError.self) { try producer.initTransactions(milliseconds: 300) }
    #expect(error?.isRetriable == true && error?.isFatal == false, "\(String(describing: error))")
    #expect(error?.operation == "init transactions")
    try cluster.bringUp(broker: -1)
    try producer.initTransactions(milliseconds: 20_000)
    #expect(end(try producer.begin().commit()) == .ended)
  }

  @Test(arguments: [KafkaErrorCode.notCoordinator, .coordinatorNotAvailable, .coordinatorLoading])
  func initRidesOutWhatPasses(code: KafkaErrorCode) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    cluster.failNext(.initProducerID, with: [code, code])
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers)
    try producer.initTransactions(milliseconds: 20_000)
  }

  @Test(arguments: [
    KafkaErrorCode.transactionalIDAuthorizationFailed, .clusterAuthorizationFailed, .invalidTransactionTimeout,
  ])
  func initFailsForGood(code: KafkaErrorCode) throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    cluster.failNext(.initProducerID, with: [code])
    let producer = try Fixtures.transactionalProducer(cluster.bootstrapServers)
    let error = #expect(throws: KafkaError.self) { try producer.initTransactions(milliseconds: 10_000) }
    #expect(error?.code == code)
    #expect(error?.isFatal == true)
    #expect(producer.terminalError?.code == code)
    // `_FATAL` is raised on its own as well, and says what is behind it.
    producer.poll(milliseconds: 100)
    #expect(producer.drainErrors().contains { $0.code == code && $0.isFatal })
    var headers = RecordHeaders()
    headers.add(name: "h", value: nil)
    #expect(throws: KafkaError.self) { _ = try producer.begin() }
  }

  // MARK: produce

  @Test(arguments: [
    (RequestKind.addPartitionsToTransaction, KafkaErrorCode.topicAuthorizationFailed, End.mustAbort),
    (.addPartitionsToTransaction, .transactionalIDAuthorizationFailed, .failed),
    (.addPartitionsToTransaction, .invalidTransactionState, .failed),
    (.addPartitionsToTransaction, .concurrentTransactions, .ended),
    (.addPartitionsToTransaction, .notCoordinator, .ended),
    (.produce, .invalidRecord, .mustAbort), (.produce, .messageTooLarge, .mustAbort),
    (.produce, .invalidProducerEpoch, .failed), (.produce, .notLeaderForPartition, .ended),
    (.endTransaction, .invalidProducerEpoch, .failed), (.endTransaction, .producerFenced, .failed),
    (.endTransaction, .invalidTransactionState, .failed), (.endTransaction, .invalidProducerIDMapping, .mustAbort),
    (.endTransaction, .concurrentTransactions, .ended), (.endTransaction, .notCoordinator, .ended),
    (.endTransaction, .groupAuthorizationFailed, .mustAbort),
  ])
  private func commitTellsWhatToDo(kind: RequestKind, code: KafkaErrorCode, expected: End) throws {
    try withProducer { cluster, producer in
      cluster.failNext(kind, with: [code])
      let transaction = try producer.begin()
      try produce(transaction)
      switch transaction.commit(milliseconds: 30_000) {
      case .ended: #expect(expected == .ended)
      case .unfinished(_, let error): Issue.record("unfinished: \(error)")
      case .mustAbort(let failed, let error):
        #expect(expected == .mustAbort && error.requiresAbort && !error.isFatal, "\(error)")
        #expect(error.operation == "commit transaction")
        #expect(end(failed.abort()) == .ended)
        // What failed in one transaction is no matter later: at the latest in the one after next, since a record that the
        // broker refused leaves a gap in the sequence, and the next transaction finds it.
        let ends = try (0..<2).map { _ in try retried(producer) }
        #expect(ends.last == .ended, "\(ends) after \(error)")
      case .failed(let error):
        #expect(expected == .failed && error.isFatal, "\(error)")
        #expect(producer.terminalError != nil)
        #expect(throws: KafkaError.self) { _ = try producer.begin() }
      }
    }
  }

  @Test func fencingHasOneNameWhateverTheBrokerCallsIt() throws {
    for code in [KafkaErrorCode.invalidProducerEpoch, .producerFenced] {
      try withProducer { cluster, producer in
        cluster.failNext(.endTransaction, with: [code])
        let transaction = try producer.begin()
        try produce(transaction)
        #expect(transaction.commit().error?.code == .fenced)
      }
    }
  }

  @Test func aFailedRecordIsReportedWithItsTag() throws {
    try withProducer { cluster, producer in
      cluster.failNext(.produce, with: [.messageTooLarge])
      let transaction = try producer.begin()
      var headers = RecordHeaders()
      try transaction.produce(
        to: "out", partition: .number(0), key: nil, value: "v".utf8.span, tag: 42, headers: &headers)
      #expect(end(transaction.commit()) == .mustAbort)
      let reports = producer.drainDeliveryReports()
      #expect(reports.map(\.tag) == [42])
      #expect(reports.first?.code == .messageTooLarge)
      #expect(reports.first?.topic == "out")
    }
  }

  // MARK: offsets

  @Test(arguments: [
    (RequestKind.addOffsetsToTransaction, KafkaErrorCode.groupAuthorizationFailed, End.mustAbort),
    (.addOffsetsToTransaction, .transactionalIDAuthorizationFailed, .failed),
    (.addOffsetsToTransaction, .invalidTransactionState, .failed),
    (.addOffsetsToTransaction, .concurrentTransactions, .ended),
    (.transactionalOffsetCommit, .illegalGeneration, .mustAbort),
    (.transactionalOffsetCommit, .unknownMember, .mustAbort),
    (.transactionalOffsetCommit, .fencedInstanceID, .mustAbort),
    (.transactionalOffsetCommit, .invalidProducerEpoch, .failed),
    (.transactionalOffsetCommit, .coordinatorLoading, .ended),
  ])
  private func sendOffsetsTellsWhatToDo(kind: RequestKind, code: KafkaErrorCode, expected: End) throws {
    try withProducer { cluster, producer in
      cluster.failNext(kind, with: [code])
      let transaction = try producer.begin()
      try produce(transaction)
      do throws(KafkaError) {
        try sendOffsets(transaction, cluster.bootstrapServers)
        #expect(expected == .ended)
        #expect(end(transaction.commit()) == .ended)
      } catch {
        #expect(error.operation == "send offsets to transaction")
        #expect(error.isFatal == (expected == .failed), "\(error)")
        #expect(error.requiresAbort == (expected == .mustAbort), "\(error)")
        if error.requiresAbort { #expect(end(transaction.abort()) == .ended) }
      }
    }
  }

  // MARK: time

  @Test func aCommitThatTakesTooLongIsResumed() throws {
    try withProducer { cluster, producer in
      let transaction = try producer.begin()
      try produce(transaction)
      try cluster.delayNext(.endTransaction, broker: 1, milliseconds: 1000)
      switch transaction.commit(milliseconds: 200) {
      case .unfinished(let again, let error):
        #expect(error.isRetriable && !error.isFatal && !error.requiresAbort)
        #expect(end(again.commit()) == .ended)
      case let other: Issue.record("\(String(describing: other.error))")
      }
      #expect(end(try producer.begin().commit()) == .ended)
    }
  }

  @Test func anAbortThatTakesTooLongIsResumed() throws {
    try withProducer { cluster, producer in
      let transaction = try producer.begin()
      try produce(transaction)
      // Only what has been sent has to be ended at the broker.
      while producer.outstanding > 0 { producer.poll(milliseconds: 10) }
      try cluster.delayNext(.endTransaction, broker: 1, milliseconds: 1000)
      switch transaction.abort(milliseconds: 200) {
      case .unfinished(let again, _): #expect(end(again.abort()) == .ended)
      case let other: Issue.record("\(String(describing: other.error))")
      }
    }
  }
}
