import Segmentation

/// Cuts the fields of an article into units and gives each its id, hashes and neighbours.
public struct UnitCutter: Sendable {
  /// Makes a cutter.
  public init() {}

  /// Cuts an article.
  ///
  /// - Complexity: O(*n*) in the bytes of the article's fields.
  public func cut(_ article: SourceArticle) -> SegmentedArticle {
    // Stand-in until the cutter lands.
    SegmentedArticle(source: article, units: [])
  }
}
