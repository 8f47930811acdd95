internal import CByteScan

/// Checks that bytes are valid UTF-8.
enum UTF8Check {
  /// The first byte of the first ill-formed sequence from an index on; `nil` where all is well.
  ///
  /// - Complexity: O(*n*), without a copy.
  static func firstFault(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    let isValid = bytes.withUnsafeBufferPointer { buffer in
      guard start >= 0, start < buffer.count, let base = buffer.baseAddress else { return true }
      return nuqta_is_utf8(base + start, buffer.count - start) != 0
    }
    return isValid ? nil : position(bytes, from: start)
  }

  /// Where the standard library finds the fault that is there.
  private static func position(_ bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span.extracting(start..<span.count))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }
}
