/// Reading scalars from UTF-8 bytes.
///
/// Callers hand over valid UTF-8. Bytes that are not are read one by one as `invalid`, so that nothing here reaches beyond the text.
enum UTF8Text {
  /// What stands for a byte that is no part of a scalar; no table has an entry for it.
  static let invalid: UInt32 = 0xFFFF_FFFF

  /// The scalar that begins at an offset, and how many bytes it has.
  @inline(__always)
  static func scalar(in text: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let left = text.count - offset
    if first < 0xE0 {
      guard first >= 0xC2, left > 1 else { return (invalid, 1) }
      return ((first & 0x1F) << 6 | tail(text, offset + 1), 2)
    }
    if first < 0xF0 {
      guard left > 2 else { return (invalid, 1) }
      return ((first & 0x0F) << 12 | tail(text, offset + 1) << 6 | tail(text, offset + 2), 3)
    }
    guard left > 3 else { return (invalid, 1) }
    let high = (first & 0x07) << 18 | tail(text, offset + 1) << 12
    return (high | tail(text, offset + 2) << 6 | tail(text, offset + 3), 4)
  }

  /// The scalar that ends before an offset, which must be greater than `lowerBound`, and how many bytes it has.
  @inline(__always)
  static func scalar(in text: Span<UInt8>, before offset: Int, from lowerBound: Int = 0) -> (value: UInt32, length: Int)
  {
    var start = offset - 1
    while start > lowerBound, offset - start < 4, isContinuation(text[start]) { start -= 1 }
    let found = scalar(in: text, at: start)
    return found.length == offset - start ? found : (invalid, 1)
  }

  /// Whether a byte is the second, third or fourth of a scalar.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether an offset lies in a text, its end included, and not inside a scalar.
  static func isBoundary(_ offset: Int, in text: Span<UInt8>) -> Bool {
    offset >= 0 && offset <= text.count && (offset == text.count || !isContinuation(text[offset]))
  }

  /// Appends a scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  @inline(__always)
  private static func tail(_ text: Span<UInt8>, _ offset: Int) -> UInt32 { UInt32(text[offset] & 0x3F) }
}
