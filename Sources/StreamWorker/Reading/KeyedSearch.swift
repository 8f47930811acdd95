package import ArticlePipeline

/// Finds the newest record of a key on a topic that is read whole.
///
/// In a partition the last one counts. A key mostly stands in one partition only; where it stands in several (an article that was
/// sent to another partition, output by `--partition-by uri` beside output by input) the one with the latest timestamp counts,
/// which is its article's; at equal times a value before a null one, then the greater offset in the input that `rank` gives, then
/// the higher partition.
package struct KeyedSearch {
  private let key: [UInt8]
  private let rank: ([UInt8]) -> Int
  private var newest: [Int32: InputRecord] = [:]

  /// Makes a search.
  ///
  /// - Parameter rank: A number that grows from one state to the next, out of a record's value.
  package init(key: some Sequence<UInt8>, rank: @escaping ([UInt8]) -> Int = { _ in 0 }) {
    self.key = Array(key)
    self.rank = rank
  }

  /// Looks at the next record of its partition.
  package mutating func look(at record: InputRecord) {
    guard let key = record.key, key == self.key else { return }
    newest[record.partition] = record
  }

  /// The newest record, which may be a null value; `nil` where the key never showed.
  package var found: InputRecord? {
    newest.values.max { left, right in order(left) < order(right) }
  }

  /// The partitions that hold the key, in order.
  package var partitions: [Int32] { newest.keys.sorted() }

  private func order(_ record: InputRecord) -> (Int64, Int, Int32) {
    (record.timestamp, record.value.map { max(0, rank($0)) } ?? -1, record.partition)
  }
}
