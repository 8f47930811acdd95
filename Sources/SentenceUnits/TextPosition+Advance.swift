extension TextPosition {
  /// Moves the place on to a later byte of its string, counting what lies between; an earlier one, or one behind the end, changes nothing.
  ///
  /// - Complexity: O(*n*) in the bytes between.
  public mutating func advance(to offset: Int, in text: Span<UInt8>) {
    guard offset > utf8, offset <= text.count else { return }
    let tails = Self.countTails(in: text.extracting(utf8..<offset))
    // Each scalar but those of one byte has tails; the four-byte ones, with three, are surrogate pairs.
    let scalars = offset - utf8 - tails.all
    utf8 = offset
    scalar += scalars
    utf16 += scalars + tails.fourByteLeads
  }

  /// Counts continuation bytes and the lead bytes of four-byte scalars, eight bytes at a time: a lane a byte, added up before it overflows.
  private static func countTails(in text: Span<UInt8>) -> (all: Int, fourByteLeads: Int) {
    let bytes = text.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var tails = 0
    var leads = 0
    var offset = 0
    while offset + 8 <= text.count {
      var tailLanes: UInt64 = 0
      var leadLanes: UInt64 = 0
      let words = min((text.count - offset) / 8, 255)
      for _ in 0..<words {
        let word = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)  // checks its bounds
        tailLanes &+= word >> 7 & ~(word >> 6) & ones
        leadLanes &+= word >> 7 & word >> 6 & word >> 5 & word >> 4 & ones
        offset += 8
      }
      tails += sum(tailLanes)
      leads += sum(leadLanes)
    }
    while offset < text.count {
      tails += UTF8Text.isContinuation(text[offset]) ? 1 : 0
      leads += text[offset] >= 0xF0 ? 1 : 0
      offset += 1
    }
    return (tails, leads)
  }

  /// The sum of eight lanes of a byte each.
  private static func sum(_ lanes: UInt64) -> Int {
    let pairs = (lanes & 0x00FF_00FF_00FF_00FF) + (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}
