internal import CByteScan

/// Walks over the bytes at which a sentence could end, 64 bytes at a time.
struct CandidateScanner {
  private var base = 0
  private var bits: UInt64 = 0
  private var loaded = false

  /// The offset of the next byte, at or after `floor`, that may begin a stop or a line end.
  ///
  /// - Complexity: O(*n*) over a whole text as long as `floor` never goes back.
  mutating func next(in text: Span<UInt8>, from floor: Int) -> Int? {
    if loaded, floor < base + 64 {
      if floor > base { bits &= ~0 << UInt64(floor - base) }
    } else {
      base = floor
      guard base < text.count else { return nil }
      bits = block(of: text)
      loaded = true
    }
    while bits == 0 {
      base += 64
      guard base < text.count else { return nil }
      bits = block(of: text)
    }
    return base + bits.trailingZeroBitCount
  }

  /// `base` is inside the text, so that all bytes counted as readable are the span's.
  @inline(__always)
  private func block(of text: Span<UInt8>) -> UInt64 {
    text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return nuqta_candidates64(start + base, buffer.count - base)
    }
  }
}
