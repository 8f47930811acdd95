internal import CByteScan

/// Splits text at its line breaks: LF, CR LF, CR, U+0085, U+2028 and U+2029.
enum LineSplitter {
  /// The lines that aren't blank, trimmed.
  ///
  /// - Complexity: O(*n*).
  static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    let text = bytes.span
    var lines: [Range<Int>] = []
    var start = 0
    var base = 0
    while base < text.count {
      var breaks = text.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { nuqta_line_breaks64($0 + base, buffer.count - base) } ?? 0
      }
      while breaks != 0 {
        let index = base + breaks.trailingZeroBitCount
        append(bytes, start..<index, to: &lines)
        start = index + (text[index] < 0x80 ? 1 : text[index] == 0xC2 ? 2 : 3)
        breaks &= breaks - 1
      }
      base += 64
    }
    append(bytes, start..<text.count, to: &lines)
    return lines
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to lines: inout [Range<Int>]) {
    let trimmed = TextTrim.trim(bytes, range)
    if !trimmed.isEmpty { lines.append(trimmed) }
  }
}
