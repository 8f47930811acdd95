/// Reads Unicode scalars from valid UTF-8, one way and the other.
enum ScalarReader {
  /// The scalar at an index and its width in bytes.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 { return ((UInt32(first) & 0x1F) << 6 | continuation(bytes, index + 1), 2) }
    if first < 0xF0 {
      return ((UInt32(first) & 0x0F) << 12 | continuation(bytes, index + 1) << 6 | continuation(bytes, index + 2), 3)
    }
    return (
      (UInt32(first) & 0x07) << 18 | continuation(bytes, index + 1) << 12 | continuation(bytes, index + 2) << 6
        | continuation(bytes, index + 3), 4
    )
  }

  /// The scalar that ends before an index, and its width; the index must not be the start.
  static func scalar(_ bytes: [UInt8], before index: Int) -> (value: UInt32, width: Int) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(bytes, at: start).value, index - start)
  }

  @inline(__always)
  private static func continuation(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    // A cut sequence can't occur in valid UTF-8; were it to, this gives a wrong scalar and never a trap.
    index < bytes.count ? UInt32(bytes[index] & 0x3F) : 0
  }
}
