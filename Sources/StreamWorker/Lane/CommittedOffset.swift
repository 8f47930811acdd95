/// What the group has stored for a partition: where to go on, and a note of ours beside it.
///
/// The note tells how many partitions of the topic, from number 0, the group had placed when the offset was committed: all at its
/// first start, later ones as soon as they have an offset of their own. With it a partition that was added later is known from
/// one that this group has merely not reached yet: the first starts at its beginning whatever `--from` says (nothing that is
/// in it was ever passed over on purpose), the second at `--from`.
package struct CommittedOffset: Hashable, Sendable {
  /// The offset of the next record to read.
  package var offset: Int64
  /// How many of the topic's partitions were placed when this was committed; `nil` where another program committed it.
  package var partitionCount: Int?

  package init(offset: Int64, partitionCount: Int?) {
    self.offset = offset
    self.partitionCount = partitionCount
  }

  private static let prefix = "nuqta/1 partitions="

  /// The note as it is stored in the offset's metadata string.
  package var metadata: String {
    partitionCount.map { Self.prefix + String($0) } ?? ""
  }

  /// Reads an offset with its metadata string; a string of another program gives no count.
  package init(offset: Int64, metadata: String?) {
    let count = metadata.flatMap { $0.hasPrefix(Self.prefix) ? Int($0.dropFirst(Self.prefix.count)) : nil }
    self.init(offset: offset, partitionCount: count)
  }
}
