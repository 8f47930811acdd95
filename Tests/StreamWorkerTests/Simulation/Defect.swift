/// A way in which a worker could be wrong; the simulation must tell each from a right one.
enum Defect: CaseIterable {
  /// After an abort it reads on instead of rewinding.
  case dropsRewind
  /// Its offsets are committed before its records are.
  case commitsOffsetsBeforeRecords
  /// It takes a commit of unknown outcome for done.
  case takesUnknownForDone
  /// It takes a commit of unknown outcome for failed, without asking what is committed.
  case takesUnknownForFailed
  /// It keeps the work of partitions that were lost, and gives itself out for a member of the group as it is now.
  case keepsLostWork
  /// Where it repeats to send offsets it sends those of the transaction before.
  case repeatsWithStaleOffsets
  /// It says that a transaction is aborted, and writes into it on.
  case skipsAborts
  /// Its transactions hold no offsets.
  case forgetsOffsets
  /// A record that was fetched before a rewind is still given out.
  case givesStaleRecords
  /// A partition's end is said to be one further than it is.
  case passesPartitionEnd
  /// It reads committed offsets that a transaction is about to move.
  case readsUndecidedOffsets
}
