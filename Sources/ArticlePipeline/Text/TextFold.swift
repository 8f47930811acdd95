/// Folds text for comparison with the word lists: what newsrooms write in several ways comes out one way.
///
/// Lower case; accents, vowel signs, tatweel and invisible marks dropped; Arabic letter variants, digits, quotation marks, dashes and
/// full-width forms one each; runs of white space one space, none at the ends. Composed and decomposed text fold alike. For
/// recognition only, never output, and no part of any id.
enum TextFold {
  /// What the scalars of `ScalarPages` fold to.
  private static let table = ScalarPages.table(folded)

  /// The folded bytes of a range, at most the first `limit` bytes of which are looked at.
  static func fold(_ bytes: [UInt8], _ range: Range<Int>, limit: Int = .max) -> [UInt8] {
    let end = range.count > limit ? range.lowerBound + limit : range.upperBound
    // No scalar folds to more bytes than it has; the last one may lie across the limit.
    var output = [UInt8](repeating: 0, count: end - range.lowerBound + 4)
    let count = fold(bytes, range.lowerBound..<end, into: output.mutableSpan)
    output.removeLast(output.count - count)
    return output
  }

  /// Writes the folded bytes and returns how many there are.
  private static func fold(_ bytes: [UInt8], _ range: Range<Int>, into output: consuming MutableSpan<UInt8>) -> Int {
    let table = table
    var count = 0
    var index = range.lowerBound
    var isBehindSpace = true
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      let found = folded(value, table)
      guard found.count > 0 else { continue }
      let isSpace = found == .space
      if isSpace, isBehindSpace { continue }
      isBehindSpace = isSpace
      var rest = found.bytes
      repeat {
        output[count] = UInt8(truncatingIfNeeded: rest)
        count += 1
        rest >>= 8
      } while rest != 0
    }
    return isBehindSpace && count > 0 ? count - 1 : count
  }

  /// The folded bytes of a string.
  static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return fold(bytes, 0..<bytes.count)
  }

  /// Folded bytes without spaces, full stops, hyphens and quotation marks, so that an agency's initials are one name however they are set.
  static func squeeze(_ folded: ArraySlice<UInt8>) -> [UInt8] { folded.filter(isSqueezed) }

  /// Whether a byte of folded text is one that squeezing keeps.
  static func isSqueezed(_ byte: UInt8) -> Bool {
    byte != 0x20 && byte != 0x2E && byte != 0x2D && byte != 0x22 && byte != 0x27
  }

  /// What a scalar folds to, by the table where it has a place in it; Han and Hangul fold to themselves.
  @inline(__always)
  private static func folded(_ value: UInt32, _ table: [FoldedScalar]) -> FoldedScalar {
    if let place = ScalarPages.place(of: value) { return table[place] }
    switch value {
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: return FoldedScalar(threeBytes: value)
    default: return folded(value)
    }
  }

  /// The first folded bytes of a range, at most four; `nil` where more folds to nothing there than is worth looking at.
  static func opening(_ bytes: [UInt8], _ range: Range<Int>) -> Edge? {
    var edge = Edge()
    var index = range.lowerBound
    for _ in 0..<16 {
      guard index < range.upperBound, edge.count < 4 else { return edge }
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      let found = folded(value, table)
      if found == .space, edge.count == 0 || edge.endsWithSpace { continue }
      for offset in 0..<min(found.count, 4 - edge.count) { edge.append(found[offset]) }
    }
    return nil
  }

  /// The last folded bytes of a range, the very last first, at most four; spaces at its end left aside.
  static func closing(_ bytes: [UInt8], _ range: Range<Int>) -> Edge? {
    var edge = Edge()
    var index = range.upperBound
    for _ in 0..<16 {
      guard index > range.lowerBound, edge.count < 4 else { return edge }
      let (value, width) = ScalarReader.scalar(bytes, before: index)
      index -= width
      let found = folded(value, table)
      if found == .space, edge.count == 0 || edge.endsWithSpace { continue }
      for offset in 0..<min(found.count, 4 - edge.count) { edge.append(found[found.count - 1 - offset]) }
    }
    return nil
  }

  /// What a scalar folds to.
  static func folded(_ value: UInt32) -> FoldedScalar {
    switch value {
    case 0x41...0x5A: FoldedScalar(UInt8(truncatingIfNeeded: value | 0x20))
    case 0x60: FoldedScalar(0x27)
    case 0x21...0x7E: FoldedScalar(UInt8(truncatingIfNeeded: value))
    case 0xC0...0x17F: latin(value)
    case 0x300...0x36F: .nothing
    case 0x370...0x3FF: FoldedScalar(utf8: greek(value))
    case 0x400...0x4FF: FoldedScalar(utf8: cyrillic(value))
    case 0x591...0x5F4: hebrew(value)
    case 0x600...0x6FF: arabic(value)
    case 0x93C: .nothing
    case 0x958...0x95F: FoldedScalar(utf8: devanagari(value))
    case 0xFF01...0xFF5E: fullWidth(value)
    default: other(value)
    }
  }

  /// Full-width forms are those of ASCII, of which none is one of these again.
  private static func fullWidth(_ value: UInt32) -> FoldedScalar { folded(value - 0xFEE0) }

  private static func other(_ value: UInt32) -> FoldedScalar {
    if let ascii = punctuation(value) { return FoldedScalar(ascii) }
    if ScalarClass.isWhiteSpace(value) { return .space }
    if let digit = ScalarClass.digit(value) { return FoldedScalar(0x30 + UInt8(truncatingIfNeeded: digit)) }
    if ScalarClass.isInvisible(value) || value < 0x20 { return .nothing }
    return FoldedScalar(utf8: value)
  }

  /// Quotation marks, dashes, stops and brackets as the ASCII ones they stand for.
  private static func punctuation(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x2033, 0x300A...0x300F: UInt8(ascii: "\"")
    case 0x2018...0x201B, 0x2032, 0x2BC, 0xB4: UInt8(ascii: "'")
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0x3001: UInt8(ascii: ",")
    case 0x3002, 0xFF61, 0x964, 0x965: UInt8(ascii: ".")
    case 0x3010, 0x3014, 0x3016: UInt8(ascii: "[")
    case 0x3011, 0x3015, 0x3017: UInt8(ascii: "]")
    default: nil
    }
  }
}
