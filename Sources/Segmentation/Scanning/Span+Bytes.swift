extension Span<UInt8> {
  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? self[offset] : 0
  }

  /// The scalar that begins at an offset; an empty one there at the end, so that its end is never before its place.
  ///
  /// A byte that begins no valid scalar reads as U+FFFD of length 1, so that a walk over any bytes ends.
  @inline(__always)
  func scalar(at offset: Int) -> ScannedScalar {
    guard offset >= 0, offset < count else { return ScannedScalar(nothingAt: Swift.max(0, offset)) }
    let lead = self[offset]
    return lead < 0x80 ? ScannedScalar(ascii: lead, start: offset) : longScalar(at: offset, lead)
  }

  /// The scalar that ends at an offset; `.none` at the beginning.
  @inline(__always)
  func scalar(before offset: Int) -> ScannedScalar {
    guard offset > 0, offset <= count else { return .none }
    let last = self[offset - 1]
    return last < 0x80 ? ScannedScalar(ascii: last, start: offset - 1) : longScalar(before: offset, last)
  }

  /// A scalar of more than a byte, the first of which is given.
  @inline(never)
  private func longScalar(at offset: Int, _ lead: UInt8) -> ScannedScalar {
    let left = count - offset
    guard lead >= 0xC2, lead < 0xF5, left > 1 else { return .invalid(at: offset) }
    let second = self[offset + 1]
    guard second & 0xC0 == 0x80 else { return .invalid(at: offset) }
    if lead < 0xE0 {
      return ScannedScalar(value: UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F), start: offset, length: 2)
    }
    guard left > 2 else { return .invalid(at: offset) }
    let third = self[offset + 2]
    guard third & 0xC0 == 0x80 else { return .invalid(at: offset) }
    let low = UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    if lead < 0xF0 { return ScannedScalar(value: UInt32(lead & 0x0F) << 12 | low, start: offset, length: 3) }
    guard left > 3, self[offset + 3] & 0xC0 == 0x80 else { return .invalid(at: offset) }
    let value = UInt32(lead & 0x07) << 18 | low << 6 | UInt32(self[offset + 3] & 0x3F)
    return ScannedScalar(value: value, start: offset, length: 4)
  }

  /// A scalar of more than a byte, the last of which is given.
  @inline(never)
  private func longScalar(before offset: Int, _ last: UInt8) -> ScannedScalar {
    if last < 0xC0, offset > 1 {
      let lead = self[offset - 2]
      if lead >= 0xC2, lead < 0xE0 {
        return ScannedScalar(value: UInt32(lead & 0x1F) << 6 | UInt32(last & 0x3F), start: offset - 2, length: 2)
      }
    }
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
