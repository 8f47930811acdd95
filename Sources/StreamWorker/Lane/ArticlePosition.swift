/// Where an article stands in the input.
package struct ArticlePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let partition: InputPartition
  package let offset: Int64

  package init(_ partition: InputPartition, offset: Int64) {
    self.partition = partition
    self.offset = offset
  }

  package static func < (left: ArticlePosition, right: ArticlePosition) -> Bool {
    (left.partition, left.offset) < (right.partition, right.offset)
  }

  package var description: String { "\(partition) offset \(offset)" }

  /// Reads `topic:partition:offset`.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, let number = Int32(parts[1]), number >= 0, let offset = Int64(parts[2]),
      offset >= 0
    else { return nil }
    self.init(InputPartition(topic: String(parts[0]), number: number), offset: offset)
  }
}
