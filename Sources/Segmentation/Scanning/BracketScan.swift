internal import CByteScan

/// Looks for brackets and line ends, 64 bytes at a time.
enum BracketScan {
  /// Whether a bracket stands anywhere in a text.
  static func isAnywhere(in text: Span<UInt8>) -> Bool {
    var index = next(in: text, from: 0, limit: text.count)
    while let found = index {
      switch text[found] {
      case 0x0A, 0x0D: index = next(in: text, from: found + 1, limit: text.count)
      case 0xEF:
        let isBracket = text.byte(found + 1) == 0xBC && text.byte(found + 2) & 0xFE == 0x88
        if isBracket { return true }
        index = next(in: text, from: found + 1, limit: text.count)
      default: return true
      }
    }
    return false
  }

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
