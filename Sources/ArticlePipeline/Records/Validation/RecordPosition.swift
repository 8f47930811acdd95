/// Where a record stands.
package enum RecordPosition: Sendable, Hashable, CustomStringConvertible {
  /// A line of a file, from 1.
  case line(Int, file: String)
  case record(topic: String, partition: Int32, offset: Int64)

  /// Such as `units.jsonl:3` or `sentence-units[2]@17`.
  package var description: String {
    switch self {
    case .line(let number, let file): "\(file):\(number)"
    case .record(let topic, let partition, let offset): "\(topic)[\(partition)]@\(offset)"
    }
  }

  /// Whether the record stands on a topic.
  var isPartitioned: Bool { if case .record = self { true } else { false } }

  /// What orders records: those of one partition, or one file, follow on each other.
  var partition: Int32 {
    switch self {
    case .line: -1
    case .record(_, let partition, _): partition
    }
  }
}
