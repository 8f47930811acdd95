internal import CByteScan

/// What reading and writing of JSON strings have in common.
enum JSONText {
  /// The first byte from an index on that can't stand in a string as it is: a quotation mark, a backslash or a control.
  static func endOfPlainRun(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      let end = min(end, buffer.count)
      guard start >= 0, start < end, let base = buffer.baseAddress else { return max(start, 0) }
      return nuqta_plain_json(base, start, end)
    }
  }
}
