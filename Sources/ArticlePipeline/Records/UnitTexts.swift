internal import SentenceUnits

/// The texts of an article's units as JSON strings: a text stands in its own unit, in its neighbours' and in the manifest, and is
/// escaped once.
struct UnitTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`, a zero before the first.
  private var ends: [Int] = [0]

  /// Escapes the texts of units that lie in their fields.
  ///
  /// - Complexity: O(*n*) in the texts' bytes.
  init(_ article: SegmentedArticle) {
    bytes.reserveCapacity(article.source.fields.reduce(64) { $0 + $1.bytes.count } + 3 * article.units.count)
    ends.reserveCapacity(article.units.count + 1)
    let units = article.units.span
    for index in units.indices {
      let range = units[index].range.utf8
      let text = article.source.fields[units[index].field].bytes
      ends.append(bytes.write { JSONWriter.string(text, range, to: &$0) }.upperBound)
    }
  }

  /// Appends the text of the unit at an index, which must be one of the article's.
  @inline(__always)
  func write(_ index: Int, to output: inout ByteOutput) {
    output.append(contentsOf: bytes.span.extracting(ends[index]..<ends[index + 1]))
  }
}
