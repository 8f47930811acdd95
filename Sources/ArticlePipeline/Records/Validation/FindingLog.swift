/// Collects findings and counts them.
package struct FindingLog: Sendable {
  /// How often each rule was broken.
  package private(set) var counts: [RecordRule: Int] = [:]
  /// Findings that nobody has taken yet.
  private var pending: [Finding] = []
  /// How many findings of one record are kept; all are counted.
  private static let keptAtOnce = 10_000

  /// An empty log.
  package init() {}

  /// How many findings there are of a severity.
  package func count(of severity: RecordRule.Severity) -> Int {
    counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
  }

  mutating func add(
    _ rule: RecordRule, _ position: RecordPosition, _ place: String = "", byte: Int? = nil,
    _ due: @autoclosure () -> String
  ) {
    counts[rule, default: 0] += 1
    guard pending.count < Self.keptAtOnce else { return }
    pending.append(Finding(rule: rule, position: position, place: place, byte: byte, due: due()))
  }

  /// Gives the findings since the last time.
  package mutating func take() -> [Finding] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }
}
