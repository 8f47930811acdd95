package import ArticlePipeline

/// What a poll can bring.
package enum ClientEvent: Sendable, Equatable {
  /// A record.
  case record(InputRecord)
  /// The partition is read up to this offset; what lies before it and gave no record is control records or aborted ones.
  case partitionEnd(InputPartition, offset: Int64)
  /// The position is not, or no longer, in the partition.
  case outOfRange(InputPartition)
  /// The group gives these partitions to the lane, which must answer with `assign`.
  case assigned([InputPartition])
  /// The group takes these partitions away, and waits for `unassign`. `lost`: they may be another's already.
  case revoked([InputPartition], lost: Bool)
  /// Something went wrong in the background; what is retriable is only for the log, what is abortable asks for a rewind.
  case failed(ClientFailure)
}
