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

  /// A line of more columns has a form only by what it opens with or is labelled with.
  private static let widest = 170
  /// A statement of more words has a form only by what it opens with or is labelled with.
  private static let wordiest = 14
  /// A statement of more columns is no byline.
  private static let widestByline = 100
  /// A date or time stands in a line of at most so many columns.
  private static let widestDate = 90

  /// The line's bytes, a list marker left out once it is known to be one.
  var range: Range<Int>
  /// The line is too long to be anything but running text.
  let isLong: Bool
  /// Columns, wide scalars counting two; of a long line, its bytes.
  let width: Int
  /// Words between spaces, of the folded text; not counted in a long line.
  let words: Int
  let ending: Ending
  /// Whether a full stop, question mark or exclamation mark stands inside, with a space behind it.
  let hasInnerStop: Bool
  /// How many of them stand inside; those of scripts without spaces need none behind them.
  let innerStops: Int
  let hasDigit: Bool
  /// Whether the line may be a credit by what it opens with.
  let mayCredit: Bool
  /// Whether a photographer's label may stand in the line.
  let hasPhotoLabel: Bool
  /// Whether the line can only be running text: wide or wordy, without a label, and opening with no phrase that says otherwise.
  let isPlain: Bool
  /// The line folded (`TextFold`), of a long one the start; empty for a plain one, of which nothing is asked.
  let folded: [UInt8]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    isLong = range.count > Self.longest
    ending = Self.ending(bytes, range)
    let opening = TextFold.opening(bytes, range)
    let mayLead = NewsroomPhrases.mayLead(opening)
    mayCredit = NewsroomPhrases.mayCredit(opening)
    guard !isLong else {
      width = range.count
      words = 0
      hasInnerStop = true
      innerStops = .max
      hasDigit = true
      hasPhotoLabel = false
      isPlain = !mayLead
      folded = isPlain ? [] : TextFold.fold(bytes, range, limit: Self.leadIn)
      return
    }
    let facts = LineFacts(bytes, range)
    width = facts.width
    words = facts.words
    hasInnerStop = facts.hasInnerStop
    innerStops = facts.innerStops
    hasDigit = facts.hasDigit
    let isStatement = ending == .fullStop && words > Self.wordiest && !(hasDigit && width <= Self.widestDate)
    hasPhotoLabel = facts.hasLabelMark && facts.hasPhotoLabel
    let isWide = width > Self.widest || !mayCredit && ending == .fullStop && width > Self.widestByline
    isPlain = !mayLead && !hasPhotoLabel && (isWide || isStatement)
    folded = isPlain ? [] : TextFold.fold(bytes, range)
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
