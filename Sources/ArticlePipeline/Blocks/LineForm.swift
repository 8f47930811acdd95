/// Forms that a line's characters alone tell: lines of hashtags, separators.
enum LineForm {
  /// Whether a line is hashtags only, in any script, closed (`#话题#`) or open, with spaces, commas or bars between.
  static func isHashtags(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var tags = 0
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      if value == 0x23 || value == 0xFF03 {
        guard let end = endOfTag(bytes, index + width, range.upperBound) else { return false }
        tags += 1
        index = end
      } else if ScalarClass.isWhiteSpace(value) || ScalarClass.isInvisible(value) || isBetweenTags(value) {
        index += width
      } else {
        return false
      }
    }
    return tags > 0
  }

  /// Whether a line is ornament: asterisks, dashes, dots, shapes, and nothing to read.
  static func isSeparator(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      guard isOrnament(value) || ScalarClass.isWhiteSpace(value) || ScalarClass.isInvisible(value) else { return false }
      index += width
    }
    return true
  }

  /// The end of a tag whose name begins at an index, a closing `#` included; `nil` where no name with a letter stands there.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start
    var hasLetter = false
    while index < limit {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      if value == 0x23 || value == 0xFF03 {
        // «#أ#ب» goes on with a tag; «#话题#» closes one.
        let isClosing = index + width == limit || !isTagPart(ScalarReader.scalar(bytes, at: index + width).value)
        return hasLetter ? index + (isClosing ? width : 0) : nil
      }
      guard isTagPart(value) else { break }
      if Script.of(value) != .common { hasLetter = true }
      index += width
    }
    return hasLetter ? index : nil
  }

  private static func isTagPart(_ value: UInt32) -> Bool {
    value == 0x5F || value == 0x2D || value == 0xB7 || value == 0x200C || value == 0x200D || value == 0x640
      || Script.of(value) != .common || ScalarClass.digit(value) != nil || ScalarClass.joinsBack(value)
  }

  private static func isBetweenTags(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x60C, 0x3001, 0xFF0C, 0x7C, 0x2F, 0xB7, 0x2022, 0x3B, 0x61B: true
    default: false
    }
  }

  private static func isOrnament(_ value: UInt32) -> Bool {
    switch value {
    case 0x23, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x5F, 0x7C, 0x7E, 0xB7, 0xD7, 0x2010...0x2015, 0x2020, 0x2021,
      0x2022, 0x2026,
      0x2042, 0x2043, 0x204E, 0x2051, 0x22C6, 0x2212, 0x2217, 0x2219, 0x2500...0x257F, 0x2580...0x25FF, 0x2605, 0x2606,
      0x2660...0x2667, 0x2731...0x274B, 0x2756, 0x3002, 0x301C, 0x3030, 0x30FB, 0xFF03, 0xFF0A, 0xFF0B, 0xFF0D, 0xFF1D,
      0xFF3F,
      0xFF5E, 0x60D, 0x66D, 0x6DE:
      true
    default: false
    }
  }
}
