package import ArticlePipeline

/// All that the worker needs of Kafka: librdkafka stands behind it in production, a simulator in tests.
///
/// One lane owns a client and calls it from one thread. A call blocks until it is done or its time is up; none retries by
/// itself, because what may be repeated, and how, is the lane's decision.
package protocol WorkerClient: AnyObject {
  /// Makes the producer ready: fences older ones of the same transactional id and waits until their transactions are decided.
  ///
  /// Called before `subscribe`, so that no committed offset is read while a transaction that moves it is undecided.
  func initializeProducer() throws(ClientFailure)

  /// Throws the producer away and makes a new one, initialised: settles a transaction of unknown outcome.
  func replaceProducer() throws(ClientFailure)

  /// Joins the group for these topics.
  func subscribe(to topics: [String]) throws(ClientFailure)

  /// Waits for the next event; `nil` when there was none in time. With 0 it looks only at what is already fetched.
  func poll(milliseconds: Int) -> ClientEvent?

  /// What the group has stored for these partitions; those without an offset are absent.
  func committedOffsets(of partitions: [InputPartition]) throws(ClientFailure) -> [InputPartition: CommittedOffset]

  /// How many partitions a topic has now.
  func partitionCount(of topic: String) throws(ClientFailure) -> Int

  /// What a partition holds now.
  func watermarks(of partition: InputPartition) throws(ClientFailure) -> Watermarks

  /// Starts to fetch these partitions, each from its offset; `nil` is its beginning.
  func assign(_ positions: [InputPartition: Int64?]) throws(ClientFailure)

  /// Stops fetching, in answer to a revocation.
  func unassign() throws(ClientFailure)

  /// Goes to other offsets in partitions that are being fetched; records fetched before are not delivered any more.
  func seek(to positions: [InputPartition: Int64?]) throws(ClientFailure)

  /// Opens a transaction.
  func beginTransaction() throws(ClientFailure)

  /// Hands an article's records to the producer, which copies them.
  ///
  /// The articles of a batch (a transaction or, at least once, what a flush waits for) are counted from 0; a refusal names them
  /// by that number.
  ///
  /// - Parameter source: The partition of the article, which decides the partition of its records.
  func produce(_ records: borrowing RecordArena, from source: InputPartition) throws(ClientFailure)

  /// Makes input offsets part of the transaction.
  func sendOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure)

  /// Commits the transaction.
  func commitTransaction() throws(ClientFailure)

  /// Aborts the transaction.
  func abortTransaction() throws(ClientFailure)

  /// Waits until every record is acknowledged; fails if one was refused. At least once only.
  func flush() throws(ClientFailure)

  /// Commits offsets without a transaction. At least once only.
  func commitOffsets(_ offsets: [InputPartition: CommittedOffset]) throws(ClientFailure)

  /// Leaves the group (a static member stays in it) and lets go of everything. The client is not used again.
  func close()
}
