internal import SentenceUnits

/// Bounds what an article's records say over and over: its identity and the heading in every unit, neighbours' texts in two.
///
/// An article of a megabyte, half of it a headline over twenty thousand short lines, would give ten gigabytes of records, each of a size that
/// the topic takes. Known before a record is written, from the units alone.
struct RepetitionLimit {
  /// How many times the largest article an article's repeated text may be.
  static let factor = 64
  /// The least limit, in bytes.
  static let floor = 64 << 20

  private let limit: Int
  private let contextText: Int

  init(_ settings: ProcessorSettings) {
    let (limit, isHuge) = settings.maxArticleBytes.multipliedReportingOverflow(by: Self.factor)
    self.limit = isHuge ? .max : max(limit, Self.floor)
    contextText = max(settings.contextText, 0)
  }

  /// Refuses an article whose units repeat more than the limit.
  ///
  /// - Complexity: O(*n*) in the units.
  func check(_ article: SegmentedArticle) throws(UnusableRecord) {
    let identity = article.source.identity
    let shared = identity.uri.utf8.count + (identity.version?.utf8.count ?? 0)
    // Each text stands in at most so many units each way.
    let (copies, isHuge) = min(contextText, article.units.count).multipliedReportingOverflow(by: 2)
    var sum = 0
    for unit in article.units {
      var heading = 0
      if contextText > 0, let index = unit.heading, article.units.indices.contains(index) {
        heading = article.units[index].range.utf8.count
      }
      let (neighbours, isMore) = unit.range.utf8.count.multipliedReportingOverflow(by: copies)
      let (next, isMost) = sum.addingReportingOverflow(shared + heading)
      let (total, isAll) = next.addingReportingOverflow(neighbours)
      guard !isHuge, !isMore, !isMost, !isAll, total <= limit else {
        throw UnusableRecord(
          .outputRefused,
          "the article's \(article.units.count) units would repeat its identity, headings and neighbouring texts to more than \(limit) bytes"
        )
      }
      sum = total
    }
  }
}
