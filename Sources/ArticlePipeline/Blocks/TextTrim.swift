/// Trims a range of UTF-8 at its ends without cutting a grapheme cluster.
enum TextTrim {
  /// The range without white space, byte order marks and zero-width spaces at its ends; empty where there is nothing else.
  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = trimStart(bytes, range)
    return start..<trimEnd(bytes, start..<range.upperBound)
  }

  /// The first index that isn't trimmed; the space that a combining mark stands on is kept.
  static func trimStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    var previous: (index: Int, value: UInt32)?
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      guard ScalarClass.isTrimmed(value) else {
        if let previous, !ScalarClass.isControl(previous.value), ScalarClass.joinsBack(value) { return previous.index }
        return index
      }
      previous = (index, value)
      index += width
    }
    return index
  }

  private static func trimEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let (value, width) = ScalarReader.scalar(bytes, before: end)
      guard ScalarClass.isTrimmed(value) else {
        guard end < range.upperBound, ScalarClass.joinsForward(value) else { return end }
        let next = ScalarReader.scalar(bytes, at: end)
        return ScalarClass.isControl(next.value) ? end : end + next.width
      }
      end -= width
    }
    return end
  }
}
