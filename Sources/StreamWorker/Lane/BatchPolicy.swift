/// When the worker ends a transaction (or, at least once, flushes and commits).
///
/// A transaction costs a broker much the same whatever its size, so it should be large under load; and it keeps
/// read-committed readers waiting, so it should be short when there is little to do. Ending it as soon as the fetched
/// input is drained gives both: while a commit is under way the next records are fetched.
package struct BatchPolicy: Sendable, Equatable {
  /// The most input records of a transaction.
  package var maxRecords = 2_000
  /// The most bytes of output of a transaction.
  package var maxBytes = 32 << 20
  /// The longest a transaction stays open, in milliseconds, however much input is waiting.
  package var maxAge: Int64 = 50
  /// How often offsets are committed that moved without a record (transactional input ends in control records), in milliseconds.
  package var idleCommitInterval: Int64 = 1_000

  package init() {}
}
