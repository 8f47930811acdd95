/// Splits text at its line breaks: LF, CR LF, CR, U+0085, U+2028 and U+2029.
enum LineSplitter {
  /// The lines that aren't blank, trimmed.
  ///
  /// - Complexity: O(*n*).
  static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    let span = bytes.span
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < span.count {
      let byte = span[index]
      var width = 0
      if byte == 0x0A || byte == 0x0D {
        width = 1
      } else if byte == 0xC2 {
        if index + 1 < span.count, span[index + 1] == 0x85 { width = 2 }
      } else if byte == 0xE2 {
        if index + 2 < span.count, span[index + 1] == 0x80, span[index + 2] & 0xFE == 0xA8 { width = 3 }
      }
      guard width > 0 else {
        index += 1
        continue
      }
      append(bytes, start..<index, to: &lines)
      index += width
      start = index
    }
    append(bytes, start..<span.count, to: &lines)
    return lines
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to lines: inout [Range<Int>]) {
    let trimmed = TextTrim.trim(bytes, range)
    if !trimmed.isEmpty { lines.append(trimmed) }
  }
}
