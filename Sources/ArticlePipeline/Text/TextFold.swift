/// Folds text for comparison with the word lists: what newsrooms write in several ways comes out one way.
///
/// Lower case; accents, vowel signs, tatweel and invisible marks dropped; Arabic letter variants, digits, quotation marks, dashes and
/// full-width forms one each; runs of white space one space, none at the ends. Composed and decomposed text fold alike. For
/// recognition only, never output, and no part of any id.
enum TextFold {
  /// The folded bytes of a range, at most the first `limit` bytes of which are looked at.
  static func fold(_ bytes: [UInt8], _ range: Range<Int>, limit: Int = .max) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(min(range.count, limit))
    var index = range.lowerBound
    let end = range.count > limit ? range.lowerBound + limit : range.upperBound
    while index < end {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      append(value, to: &output)
    }
    while output.last == 0x20 { output.removeLast() }
    return output
  }

  /// The folded bytes of a string.
  static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return fold(bytes, 0..<bytes.count)
  }

  /// Folded bytes without spaces, full stops, hyphens and quotation marks, so that an agency's initials are one name however they are set.
  static func squeeze(_ folded: some Collection<UInt8>) -> [UInt8] {
    folded.filter { $0 != 0x20 && $0 != 0x2E && $0 != 0x2D && $0 != 0x22 && $0 != 0x27 }
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    switch value {
    case 0x41...0x5A: output.append(UInt8(truncatingIfNeeded: value | 0x20))
    case 0x60: output.append(0x27)
    case 0x21...0x7E: output.append(UInt8(truncatingIfNeeded: value))
    case 0xC0...0x17F: appendLatin(value, to: &output)
    case 0x300...0x36F: break
    case 0x370...0x3FF: encode(greek(value), to: &output)
    case 0x400...0x4FF: encode(cyrillic(value), to: &output)
    case 0x591...0x5F4: appendHebrew(value, to: &output)
    case 0x600...0x6FF: appendArabic(value, to: &output)
    case 0x93C: break
    case 0x958...0x95F: encode(devanagari(value), to: &output)
    case 0xFF01...0xFF5E: append(value - 0xFEE0, to: &output)
    default:
      if ScalarClass.isWhiteSpace(value) {
        if let last = output.last, last != 0x20 { output.append(0x20) }
      } else if let digit = ScalarClass.digit(value) {
        output.append(0x30 + UInt8(truncatingIfNeeded: digit))
      } else if ScalarClass.isInvisible(value) || value < 0x20 {
        break
      } else if let ascii = punctuation(value) {
        output.append(ascii)
      } else {
        encode(value, to: &output)
      }
    }
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

  private static func encode(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else { return }
    output.append(contentsOf: units)
  }
}
