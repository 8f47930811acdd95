package import ArticlePipeline

/// Something that happened in a worker and that a person or a machine may want to know.
///
/// The only way to say something: an event words its log line once, and counters are made from the same events.
package enum WorkerEvent: Sendable, Equatable {
  /// A call failed and is repeated, or the batch is done anew.
  case failed(action: String, ClientFailure)
  /// The group gave partitions, with the offset that each is read on from (`nil`: its beginning).
  case assigned([InputPartition: Int64?])
  /// The group took its partitions away.
  case revoked(count: Int, lost: Bool)
  /// A background error of the client that needs no answer.
  case clientProblem(ClientFailure)
  /// An input record was turned into output.
  case processed(InputPartition, offset: Int64, ArticleOutcome)
  /// A batch was committed: its input is done.
  case committed(BatchTotals, milliseconds: Int64)
  /// A batch was given up; its input is read again.
  case abandoned(BatchTotals)
  /// What was committed since the last summary.
  case summary(BatchTotals, commits: Int)
  /// The worker has ended.
  case stopped(WorkerExit)
}
