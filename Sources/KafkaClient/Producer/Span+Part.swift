extension Span where Element == UInt8 {
  /// The bytes of a range, or null for none: keys, values and headers that lie in one buffer.
  @_lifetime(copy self)
  package func part(_ range: Range<Int>?) -> Span<UInt8>? {
    guard let range else { return nil }
    return extracting(range)
  }
}
