/// Writes JSON into a byte buffer, members in the order they are asked for.
///
/// Strings are escaped as little as RFC 8259 allows: quotation mark, backslash and controls; everything else stands as it is.
struct JSONWriter {
  /// Appends a string literal.
  ///
  /// - Complexity: O(*n*); runs without an escape are copied whole.
  static func string(_ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var start = range.lowerBound
    while start < range.upperBound {
      let end = JSONText.endOfPlainRun(text, from: start, to: range.upperBound)
      output.append(contentsOf: text[start..<end])
      guard end < range.upperBound else { break }
      escape(text[end], to: &output)
      start = end + 1
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a string literal.
  static func string(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    string(bytes, 0..<bytes.count, to: &output)
  }

  /// Appends bytes that are JSON already.
  @inline(__always)
  static func raw(_ literal: StaticString, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a whole number.
  static func number(_ value: Int, to output: inout [UInt8]) {
    guard value >= 0 else {
      output.append(contentsOf: String(value).utf8)
      return
    }
    let start = output.count
    var rest = value
    repeat {
      output.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var low = start
    var high = output.count - 1
    while low < high {
      output.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
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
  static func hexadecimal(_ byte: UInt8, to output: inout [UInt8]) {
    for digit in [byte >> 4, byte & 0x0F] {
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
