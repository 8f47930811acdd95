/// What became of the last action.
package enum LaneEvent: Sendable, Equatable {
  /// The lane begins; the only event that answers no action.
  case started
  case done
  case failed(ClientFailure)
  case polled(ClientEvent?)
  /// The stored offsets that were asked for, and the topics' partition counts.
  case committed([InputPartition: CommittedOffset], partitionCounts: [String: Int])
  case watermarks([InputPartition: Watermarks])
  /// A record's output was handed to the producer.
  case produced(bytes: Int, isLetter: Bool = false)
}
