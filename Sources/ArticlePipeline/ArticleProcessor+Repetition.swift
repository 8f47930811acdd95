internal import SentenceUnits

extension ArticleProcessor {
  /// How many times the largest article the records of one may repeat.
  private static let mostRepetition = 64

  /// Refuses an article of which every unit would repeat so much that its records fill the memory, though it is within all limits.
  ///
  /// Each unit's record says again whose it is, where it stands, its heading and its neighbours: a uri of 400 KB on 10,000 units makes
  /// 4 GB of an article of half a megabyte.
  ///
  /// - Complexity: O(*n*) in the units.
  func checkRepetition(of article: SegmentedArticle, from record: InputRecord) throws(UnusableRecord) {
    let identity = article.source.identity
    var each = identity.uri.utf8.count + (identity.version?.utf8.count ?? 0) + (identity.language?.utf8.count ?? 0)
    for header in record.headers where header.name == "traceparent" || header.name == "tracestate" {
      each += header.value?.count ?? 0
    }
    var total = each * article.units.count
    let neighbours = 2 * min(max(settings.contextText, 0), article.units.count)
    for unit in article.units {
      total += article.source.fields[unit.field].pointer.utf8.count + neighbours * unit.range.utf8.count
      if settings.contextText > 0, let heading = unit.heading { total += article.units[heading].range.utf8.count }
    }
    guard total / Self.mostRepetition > settings.maxArticleBytes else { return }
    throw UnusableRecord(
      .outputRefused,
      "the units' records would repeat uri, headings and neighbours to \(total) bytes, more than \(Self.mostRepetition) times --max-article-bytes"
    )
  }
}
