internal import SentenceUnits

/// Writes JSON, members in the order they are asked for.
///
/// Strings are escaped as little as RFC 8259 allows: quotation mark, backslash and controls; everything else stands as it is.
enum JSONWriter {
  /// Appends a string literal.
  ///
  /// - Complexity: O(*n*); runs without an escape are copied whole.
  static func string(_ text: [UInt8], _ range: Range<Int>, to output: inout ByteOutput) {
    output.append(UInt8(ascii: "\""))
    var start = range.lowerBound
    while start < range.upperBound {
      let end = JSONText.endOfPlainRun(text, from: start, to: range.upperBound)
      output.append(contentsOf: text.span.extracting(start..<end))
      guard end < range.upperBound else { break }
      escape(text[end], to: &output)
      start = end + 1
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a string literal.
  static func string(_ text: String, to output: inout ByteOutput) {
    let bytes = Array(text.utf8)
    string(bytes, 0..<bytes.count, to: &output)
  }

  /// Appends bytes that are JSON already.
  @inline(__always)
  static func raw(_ literal: StaticString, to output: inout ByteOutput) {
    output.append(literal)
  }

  /// Appends a whole number.
  static func number(_ value: Int, to output: inout ByteOutput) {
    guard value >= 0 else {
      output.append(contentsOf: String(value).utf8)
      return
    }
    // Four digits at a time are enough for most numbers of a record; longer ones begin with what is left of them.
    if value >= 10_000 {
      number(value / 10_000, to: &output)
      output.append(littleEndian: digits(UInt32(truncatingIfNeeded: value % 10_000)))
    } else if value >= 1000 {
      output.append(littleEndian: digits(UInt32(truncatingIfNeeded: value)))
    } else if value >= 100 {
      let digits = digits(UInt32(truncatingIfNeeded: value))
      output.append(UInt8(truncatingIfNeeded: digits >> 8))
      output.append(littleEndian: UInt16(truncatingIfNeeded: digits >> 16))
    } else if value >= 10 {
      output.append(littleEndian: UInt16(truncatingIfNeeded: digits(UInt32(truncatingIfNeeded: value)) >> 16))
    } else {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
    }
  }

  /// The four digits of a number below 10,000, zeros before it, as bytes: the first in the lowest.
  @inline(__always)
  private static func digits(_ value: UInt32) -> UInt32 {
    let high = value / 100
    let pairs = high | (value - high * 100) << 16
    // Each lane of 16 bits holds a number below 100; × 103 >> 10 is its tens.
    let tens = ((pairs &* 103) >> 10) & 0x000F_000F
    return (tens | (pairs &- tens &* 10) << 8) | 0x3030_3030
  }

  private static func escape(_ byte: UInt8, to output: inout ByteOutput) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x09: output.append(UInt8(ascii: "t"))
    default:
      raw("u00", to: &output)
      hexadecimal(byte, to: &output)
    }
  }

  /// Appends a byte as two lower-case hexadecimal digits.
  static func hexadecimal(_ byte: UInt8, to output: inout ByteOutput) {
    hexadecimalDigit(byte >> 4, to: &output)
    hexadecimalDigit(byte & 0x0F, to: &output)
  }

  /// Appends a digest as 64 lower-case hexadecimal digits.
  static func hexadecimal(_ digest: Digest256, to output: inout ByteOutput) {
    for word in [digest.leading.high, digest.leading.low, digest.trailing.high, digest.trailing.low] {
      hexadecimal(word, to: &output)
    }
  }

  /// Appends a number as sixteen lower-case hexadecimal digits.
  static func hexadecimal(_ number: UInt64, to output: inout ByteOutput) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      hexadecimal(UInt8(truncatingIfNeeded: number >> shift), to: &output)
    }
  }

  @inline(__always)
  private static func hexadecimalDigit(_ digit: UInt8, to output: inout ByteOutput) {
    output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
  }
}
