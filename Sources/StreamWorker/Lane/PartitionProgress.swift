/// How far the lane is in a partition that it owns.
struct PartitionProgress: Equatable, Sendable {
  /// Where reading resumes when uncommitted work is thrown away; `nil` is the partition's beginning.
  var resume: Int64?
  /// The offset of the next record to read; `nil` until the first record or the partition's end tells it.
  var next: Int64?
  /// What the group has stored; `nil` where it has nothing yet.
  var committed: Int64?

  /// Whether the group should be told a new offset.
  var isDirty: Bool { next != nil && next != committed }
}
