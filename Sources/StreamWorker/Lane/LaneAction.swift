package import ArticlePipeline

/// One thing that a lane wants done; its result is the machine's next event.
package enum LaneAction: Sendable, Equatable {
  case initializeProducer
  case replaceProducer
  case subscribe([String])
  case poll(milliseconds: Int)
  case readCommitted([InputPartition])
  /// Ask for the watermarks of these partitions: to start at the newest record, or to say how much is gone.
  case readWatermarks([InputPartition])
  case assign([InputPartition: Int64?])
  case unassign
  case begin
  /// Turn the record into output records and produce them.
  case process(InputRecord)
  /// Write the record to the dead letters as it is.
  case deadLetter(InputRecord, UnusableRecord, withoutValue: Bool)
  case sendOffsets([InputPartition: CommittedOffset])
  case commit
  case abort
  case flush
  case commitOffsets([InputPartition: CommittedOffset])
  case seek([InputPartition: Int64?])
  case wait(milliseconds: Int64)
  case close
  /// The lane has ended.
  case stop(WorkerExit)
}
