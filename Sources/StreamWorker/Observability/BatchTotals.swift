package import ArticlePipeline

/// What a batch of input records became.
package struct BatchTotals: Sendable, Equatable {
  /// Input records.
  package var records = 0
  /// Records of articles, by the article's status.
  package var articles: [ArticleStatus: Int] = [:]
  /// Units produced.
  package var units = 0
  /// Dead letters, by reason.
  package var deadLetters: [DeadLetterReason: Int] = [:]
  /// Bytes of output.
  package var bytes = 0

  package init() {}

  /// Counts an input record.
  package mutating func add(_ outcome: ArticleOutcome, bytes outputBytes: Int) {
    records += 1
    bytes += outputBytes
    switch outcome {
    case .article(let status, let count):
      articles[status, default: 0] += 1
      units += count
    case .deadLetter(let reason):
      deadLetters[reason, default: 0] += 1
    }
  }

  /// Adds another batch.
  package mutating func add(_ other: BatchTotals) {
    records += other.records
    units += other.units
    bytes += other.bytes
    articles.merge(other.articles, uniquingKeysWith: +)
    deadLetters.merge(other.deadLetters, uniquingKeysWith: +)
  }

  /// The counts as words: `120 articles, 3,004 units, 2 dead letters (invalid-json 2)`.
  package var summary: String {
    let letters = deadLetters.values.reduce(0, +)
    var words = [
      Self.count(articles.values.reduce(0, +), "article"), Self.count(units, "unit"),
      Self.count(letters, "dead letter"),
    ].joined(separator: ", ")
    if letters > 0 {
      let reasons = deadLetters.sorted { $0.key.rawValue < $1.key.rawValue }
      words += " (" + reasons.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ") + ")"
    }
    return words
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
