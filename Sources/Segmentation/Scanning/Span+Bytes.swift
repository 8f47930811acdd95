extension Span<UInt8> {
  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? self[offset] : 0
  }

  /// The scalar that begins at an offset; an empty one there at the end, so that its end is never before its place.
  ///
  /// A byte that begins no valid scalar reads as U+FFFD of length 1, so that a walk over any bytes ends.
  func scalar(at offset: Int) -> ScannedScalar {
    guard offset >= 0, offset < count else { return ScannedScalar(value: 0, start: Swift.max(0, offset), length: 0) }
    let lead = self[offset]
    if lead < 0x80 { return ScannedScalar(value: UInt32(lead), start: offset, length: 1) }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, offset <= count - length else { return .invalid(at: offset) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    var index = offset + 1
    while index < offset + length {
      let trail = self[index]
      guard trail & 0xC0 == 0x80 else { return .invalid(at: offset) }
      value = value << 6 | UInt32(trail & 0x3F)
      index += 1
    }
    return ScannedScalar(value: value, start: offset, length: length)
  }

  /// The scalar that ends at an offset; `.none` at the beginning.
  func scalar(before offset: Int) -> ScannedScalar {
    guard offset > 0, offset <= count else { return .none }
    let last = self[offset - 1]
    if last < 0x80 { return ScannedScalar(value: UInt32(last), start: offset - 1, length: 1) }
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return found.end == offset ? found : .invalid(at: offset - 1)
  }

  /// Whether the bytes at an offset are those of an ASCII string.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - word.utf8CodeUnitCount else { return false }
    var index = 0
    return word.withUTF8Buffer { wanted in
      while index < wanted.count {
        if self[offset + index] != wanted[index] { return false }
        index += 1
      }
      return true
    }
  }
}
