/// Cuts the fields of an article into units and gives each its id, hashes and neighbours.
///
/// Pure: equal articles give equal units, on any machine. What a unit is, and where blocks begin, is decided by others: blocks of a
/// kind that is one unit stay whole, all others are cut by the segmenter of their language. White space at a unit's ends belongs to the
/// gap before it, and so does what normalises to nothing (a line of zero-width marks): it has no text an id could be of.
public struct UnitCutter: Sendable {
  /// The most units an article may have, from 0.
  public let maxUnits: Int

  /// Makes a cutter with a limit on the units of one article.
  public init(maxUnits: Int = 20_000) {
    // Occurrences go into ids as 32 bits.
    self.maxUnits = min(max(maxUnits, 0), Int(UInt32.max))
  }

  /// Cuts one article; for many, keep a `CutterScratch` and use `cut(_:using:)`.
  ///
  /// - Complexity: O(*n*) in the bytes of the article's fields.
  public func cut(_ article: SourceArticle) throws(CutError) -> SegmentedArticle {
    var scratch = try CutterScratch()
    return try cut(article, using: &scratch)
  }

  /// Cuts an article with buffers that are reused; what they hold from before changes nothing.
  ///
  /// - Complexity: O(*n*) in the bytes of the article's fields; no allocation for each unit.
  public func cut(_ article: SourceArticle, using scratch: inout CutterScratch) throws(CutError) -> SegmentedArticle {
    try scratch.begin(article)
    var work = ArticleCut(article, maxUnits: maxUnits)
    for index in article.fields.indices {
      try work.cutField(article.fields[index], number: index, using: &scratch)
    }
    work.linkToHeadlines(of: article)
    return SegmentedArticle(source: article, units: work.units)
  }
}
