/// Checks that bytes are valid UTF-8.
enum UTF8Check {
  /// The first byte of the first ill-formed sequence from an index on; `nil` where all is well.
  ///
  /// - Complexity: O(*n*), without a copy.
  static func firstFault(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    let span = bytes.span
    guard start < span.count else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span.extracting(start..<span.count))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }
}
