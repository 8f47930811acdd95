internal import CByteScan

/// Looks for brackets and line ends, 64 bytes at a time.
enum BracketScan {
  /// The offset of the next bracket, line end or first byte of a full-width character, before a limit.
  static func next(in text: Span<UInt8>, from offset: Int, limit: Int) -> Int? {
    let end = min(limit, text.count)
    var base = offset
    while base >= 0, base < end {
      let bits = text.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { nuqta_brackets64($0 + base, buffer.count - base) } ?? 0
      }
      if bits != 0 {
        let found = base + bits.trailingZeroBitCount
        return found < end ? found : nil
      }
      base += 64
    }
    return nil
  }
}
