extension SegmentedArticle {
  /// The indices of a field's units; empty for a field that has none or isn't there.
  ///
  /// - Complexity: O(log *n*) in the units.
  public func units(inField field: Int) -> Range<Int> {
    firstUnit(from: field)..<firstUnit(from: field == .max ? field : field + 1)
  }

  /// The bytes behind a field's last unit, which belong to no unit: with the units and the gaps before them they make up the field.
  ///
  /// - Complexity: O(log *n*) in the units.
  public func trailingGap(inField field: Int) -> Range<Int> {
    guard source.fields.indices.contains(field) else { return 0..<0 }
    let last = units(inField: field).last.map { units[$0].range.utf8.upperBound } ?? 0
    let count = source.fields[field].bytes.count
    return min(last, count)..<count
  }

  /// The bytes of a unit of this article: its exact source text.
  public func bytes(of unit: SentenceUnit) -> ArraySlice<UInt8> {
    slice(unit.range.utf8, ofField: unit.field)
  }

  /// The bytes of the gap before a unit of this article.
  public func gapBytes(before unit: SentenceUnit) -> ArraySlice<UInt8> {
    slice(unit.gap, ofField: unit.field)
  }

  /// The text of a unit of this article.
  public func text(of unit: SentenceUnit) -> String {
    String(decoding: bytes(of: unit), as: UTF8.self)
  }

  private func slice(_ range: Range<Int>, ofField field: Int) -> ArraySlice<UInt8> {
    guard source.fields.indices.contains(field) else { return [] }
    let bytes = source.fields[field].bytes
    return bytes[range.clamped(to: 0..<bytes.count)]
  }

  /// The index of the first unit of a field or one behind it.
  private func firstUnit(from field: Int) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].field < field { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
