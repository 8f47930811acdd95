/// What reading and writing of JSON strings have in common.
enum JSONText {
  /// The first byte from an index on that can't stand in a string as it is: a quotation mark, a backslash or a control.
  static func endOfPlainRun(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let words = bytes.span.bytes
    let end = min(end, words.byteCount)
    var index = max(start, 0)
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      // A byte's high bit is set where it is zero after the exclusive or, or below 20; bytes from 80 on are masked out.
      let low = (word &- 0x2020_2020_2020_2020) & ~word
      let hits =
        (low | ((quotes &- 0x0101_0101_0101_0101) & ~quotes) | ((slashes &- 0x0101_0101_0101_0101) & ~slashes))
        & 0x8080_8080_8080_8080
      // A borrow can only mark a byte behind a true hit, so the lowest mark is always true.
      if hits != 0 { return index &+ hits.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end {
      let byte = words.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index &+= 1
    }
    return index
  }
}
