/// A line of a body and what its form says about it.
struct Line: Sendable {
  /// How a line ends, closing quotation marks and brackets left aside.
  enum Ending: Sendable, Equatable {
    case word, fullStop, mark, ellipsis, colon, comma
  }

  /// Lines longer than this, in bytes, are running text whatever they look like.
  static let longest = 420
  /// How many bytes of a long line are folded: enough for a lead-in.
  private static let leadIn = 96

  /// The line's bytes, a list marker left out once it is known to be one.
  var range: Range<Int>
  /// The line is too long to be anything but running text.
  let isLong: Bool
  /// Columns, wide scalars counting two; of a long line, its bytes.
  let width: Int
  let ending: Ending
  /// Whether a full stop, question mark or exclamation mark stands inside, with a space behind it.
  let hasInnerStop: Bool
  /// How many of them stand inside; those of scripts without spaces need none behind them.
  let innerStops: Int
  let hasDigit: Bool
  /// The line folded (`TextFold`), of a long one the start.
  let folded: [UInt8]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    isLong = range.count > Self.longest
    folded = TextFold.fold(bytes, range, limit: isLong ? Self.leadIn : .max)
    ending = Self.ending(bytes, range)
    guard !isLong else {
      width = range.count
      hasInnerStop = true
      innerStops = .max
      hasDigit = true
      return
    }
    var width = 0
    var hasInnerStop = false
    var innerStops = 0
    var isBehindWideStop = false
    var hasDigit = false
    var isBehindStop = false
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, step) = ScalarReader.scalar(bytes, at: index)
      index += step
      let isSpace = ScalarClass.isWhiteSpace(value)
      if isBehindStop, isSpace { hasInnerStop = true }
      let isStop = ScalarClass.isFullStop(value) || ScalarClass.isMark(value)
      if isBehindStop && isSpace || isBehindWideStop && !isStop && !ScalarClass.isCloser(value) { innerStops += 1 }
      isBehindStop = isStop
      isBehindWideStop = isStop && ScalarClass.isWide(value)
      if ScalarClass.digit(value) != nil { hasDigit = true }
      if ScalarClass.isWide(value) { width += 2 } else if !ScalarClass.joinsBack(value) { width += 1 }
    }
    self.width = width
    self.hasInnerStop = hasInnerStop
    self.innerStops = innerStops
    self.hasDigit = hasDigit
  }

  /// Words between spaces, of the folded text.
  var words: Int {
    folded.isEmpty ? 0 : 1 + folded.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
  }

  /// Whether the line ends as a statement or question does.
  var endsWithStop: Bool { ending == .fullStop || ending == .mark }

  private static func ending(_ bytes: [UInt8], _ range: Range<Int>) -> Ending {
    var end = range.upperBound
    while end > range.lowerBound {
      let (value, width) = ScalarReader.scalar(bytes, before: end)
      if ScalarClass.isCloser(value) || ScalarClass.isInvisible(value) || ScalarClass.isTrimmed(value) {
        end -= width
        continue
      }
      if value == 0x2026 { return .ellipsis }
      if ScalarClass.isMark(value) { return .mark }
      if ScalarClass.isFullStop(value) {
        guard end - width > range.lowerBound else { return .fullStop }
        return ScalarReader.scalar(bytes, before: end - width).value == value ? .ellipsis : .fullStop
      }
      switch value {
      case 0x3A, 0xFF1A: return .colon
      case 0x2C, 0x3B, 0x60C, 0x61B, 0x3001, 0xFF0C, 0xFF1B: return .comma
      default: return .word
      }
    }
    return .word
  }
}
