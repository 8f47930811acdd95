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
}
