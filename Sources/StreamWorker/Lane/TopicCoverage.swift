/// Which partitions of an input topic the group has placed: what the note beside a committed offset tells.
///
/// A partition is placed once its first offset is committed, or when it was there at the group's first start. To note the
/// topic's bare count would be wrong: while one worker commits in the old partitions another may only be on its way to the new
/// one, and would then take it for one that `--from latest` may pass over.
struct TopicCoverage: Equatable, Sendable {
  /// The partitions with a number below this are placed.
  var placed: Int
  /// How many partitions the topic has.
  var count: Int
  /// Those of the others that have a committed offset.
  var stored: Set<Int32>
}
