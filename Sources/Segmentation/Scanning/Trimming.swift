/// Takes white space off the ends of a sentence.
enum Trimming {
  /// The range without white space, U+FEFF and U+200B at its ends.
  ///
  /// White space that is one grapheme cluster with what it stands beside stays.
  static func trim(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound {
      let scalar = text.scalar(at: low)
      guard isBlank(scalar), scalar.end <= range.upperBound else { break }
      low = scalar.end
    }
    var high = range.upperBound
    while high > low {
      let scalar = text.scalar(before: high)
      guard isBlank(scalar), scalar.start >= low else { break }
      high = scalar.start
    }
    guard low < high else { return low..<low }
    while low > range.lowerBound, !GraphemeGuard.isBoundary(text, at: low) { low = text.scalar(before: low).start }
    while high < range.upperBound, !GraphemeGuard.isBoundary(text, at: high) { high = text.scalar(at: high).end }
    return low..<high
  }

  static func isBlank(_ scalar: ScannedScalar) -> Bool {
    scalar.kind == .space || scalar.kind == .lineEnd || scalar.value == 0xFEFF || scalar.value == 0x200B
  }
}
