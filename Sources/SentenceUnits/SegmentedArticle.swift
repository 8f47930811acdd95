/// An article cut into units; with the fields' bytes the units and the gaps between them rebuild every field byte for byte.
public struct SegmentedArticle: Sendable {
  /// The article that was cut.
  public var source: SourceArticle
  /// The units in reading order; `sequence` is the index plus one.
  public var units: [SentenceUnit]

  /// Makes a segmented article; `UnitCutter` is the usual source.
  public init(source: SourceArticle, units: [SentenceUnit]) {
    self.source = source
    self.units = units
  }
}
