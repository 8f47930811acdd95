internal import SentenceUnits

/// Tells what each line of a body is, by its form and its place.
///
/// The head is the part before the first paragraph: headline, byline and dateline are looked for there only. What nothing speaks for
/// is a paragraph, which is cut by its stops; a wrong kind of one unit could hide a boundary, so those need a form of their own.
struct BodyClassifier {
  /// How many lines the head has at most.
  private static let headLimit = 8
  /// A headline's columns at most.
  private static let headlineWidth = 160

  let bytes: [UInt8]
  let lines: [Line]
  /// The lines that are list items.
  let items: [Int: ListMarker]
  /// The primary subtag of the text's language.
  let language: String
  /// The headline of the article where it has a field of its own, folded; a body without one may begin with it.
  let headline: [UInt8]?
  /// Whether the text has full stops at all: without them a line that has none tells nothing.
  private let hasStops: Bool
  /// The first line of running text, where the head may reach so far.
  private let firstRunningText: Int

  init(bytes: [UInt8], lines: [Line], items: [Int: ListMarker], language: String, headline: [UInt8]?) {
    self.bytes = bytes
    self.lines = lines
    self.items = items
    self.language = language
    self.headline = headline
    hasStops = lines.contains { $0.ending == .fullStop }
    firstRunningText = lines.prefix(Self.headLimit).firstIndex(where: Self.isRunningText) ?? Self.headLimit
  }

  /// The kinds of the lines.
  func kinds() -> [BlockKind] {
    var kinds = lines.indices.map { index -> BlockKind in
      let isItem = items[index] != nil && !LineForm.isSeparator(bytes, lines[index].range)
      return isItem ? .listItem : formKind(index) ?? .paragraph
    }
    let head = headEnd(kinds)
    classifyHead(&kinds, head)
    for index in lines.indices where index >= head && kinds[index] == .paragraph && isSectionHeading(index, kinds) {
      kinds[index] = .subheadline
    }
    return kinds
  }

  /// What a line's form says wherever it stands; `nil` where nothing.
  private func formKind(_ index: Int) -> BlockKind? {
    let line = lines[index]
    if LineForm.isSeparator(bytes, line.range) { return .separator }
    if LineForm.isHashtags(bytes, line.range) { return .hashtags }
    guard !line.isPlain else { return nil }
    if LeadInForm.isCorrection(line) { return .correction }
    if LeadInForm.isRelated(line) { return .related }
    guard !line.isLong else { return nil }
    if DateForm.isTimestamp(line) { return .timestamp }
    let isFirst = index == 0 && headline == nil
    if !isFirst, isHeadCandidate(index), BylineForm.matches(line, bytes, language: language) { return nil }
    if CreditForm.matches(line, bytes, language: language, isFirst: isFirst) { return .credit }
    return LeadInForm.isCaption(line) ? .caption : nil
  }

  /// Whether a line stands where the head may reach, nothing before it being running text.
  private func isHeadCandidate(_ index: Int) -> Bool {
    index < Self.headLimit && index <= firstRunningText
  }

  private static func isRunningText(_ line: Line) -> Bool {
    line.isLong || line.width > headlineWidth
      || (line.ending == .fullStop && line.width > 24 && !DateForm.isDateline(line))
  }

  /// Where the head ends: at the first line of running text, list item or separator.
  private func headEnd(_ kinds: [BlockKind]) -> Int {
    for index in kinds.indices {
      if index == Self.headLimit || kinds[index] == .listItem || kinds[index] == .separator { return index }
      if kinds[index] == .paragraph, Self.isRunningText(lines[index]) { return index }
    }
    return kinds.count
  }

  private func classifyHead(_ kinds: inout [BlockKind], _ head: Int) {
    var hasHeadline = headline != nil
    var hasSubheadline = false
    var index = 0
    while index < head {
      defer { index += 1 }
      guard kinds[index] == .paragraph else { continue }
      let line = lines[index]
      if let headline, line.folded == headline {
        kinds[index] = .headline
      } else if !hasHeadline {
        guard line.ending != .fullStop, line.ending != .colon, line.ending != .comma else { continue }
        guard !isSeveralSentences(line) || isSigned(index) else { return }
        if index + 1 < head, kinds[index + 1] == .paragraph, isKicker(line, lines[index + 1], index + 2 < kinds.count) {
          kinds[index] = .kicker
        } else {
          kinds[index] = .headline
          hasHeadline = true
        }
      } else if DateForm.isDateline(line) {
        kinds[index] = .dateline
      } else if BylineForm.matches(line, bytes, language: language) {
        kinds[index] = .byline
      } else if !hasSubheadline, headline == nil, isSubheadline(index, kinds, head) {
        kinds[index] = .subheadline
        hasSubheadline = true
      }
    }
  }

  /// Whether a line that could be a headline is text instead: a headline of several sentences is a short one.
  ///
  /// Taken for a headline, the text would be one unit and its boundaries gone.
  private func isSeveralSentences(_ line: Line) -> Bool {
    if line.innerStops > 1, line.width > 60 { return true }
    guard line.innerStops > 0 else { return false }
    return line.width > 110 || (lines.count == 1 && line.ending != .word)
  }

  /// Whether the next line says who wrote the text, or where and when: then this one is a headline, however long.
  private func isSigned(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    return DateForm.isDateline(lines[index + 1]) || BylineForm.matches(lines[index + 1], bytes, language: language)
  }

  /// Whether a line stands above the headline: a set phrase, a bracketed word, or a few words or capitals over a longer line.
  private func isKicker(_ line: Line, _ next: Line, _ hasMore: Bool) -> Bool {
    guard next.ending != .fullStop, next.ending != .colon, hasMore, line.ending == .word, line.width <= 40 else {
      return false
    }
    guard !DateForm.isDateline(next), !BylineForm.matches(next, bytes, language: language) else { return false }
    let text = FoldedText.unwrapped(line.folded)
    if text.isBracketed || NewsroomPhrases.kickers.contains(text.text) { return true }
    if line.folded.contains(UInt8(ascii: "|")), line.words <= 5 { return true }
    return line.words <= 3 && line.width <= 24 && next.width >= line.width * 2 && next.width >= 28
  }

  private func isSubheadline(_ index: Int, _ kinds: [BlockKind], _ head: Int) -> Bool {
    let line = lines[index]
    guard line.ending != .colon, line.ending != .comma, !line.hasInnerStop, line.width <= 100, hasStops else {
      return false
    }
    guard index > 0, kinds[index - 1] != .paragraph else { return false }
    // Two such lines in a row are no subheadlines: a list, a poem, text without stops.
    return index + 1 >= head || kinds[index + 1] != .paragraph || DateForm.isDateline(lines[index + 1])
      || BylineForm.matches(lines[index + 1], bytes, language: language)
  }

  /// Whether a short line without a stop stands over a paragraph or a list, and alone.
  private func isSectionHeading(_ index: Int, _ kinds: [BlockKind]) -> Bool {
    let line = lines[index]
    guard hasStops, line.width <= 48, line.words <= 7, line.ending == .word || line.ending == .mark, !line.hasInnerStop,
      !line.folded.contains(UInt8(ascii: ":")), line.width >= 4, readsAsWords(line), index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    let nextReads =
      kinds[index + 1] == .listItem
      || (kinds[index + 1] == .paragraph && (next.isLong || next.endsWithStop) && next.width > line.width)
    let previous = index > 0 ? kinds[index - 1] : .headline
    let isAlone = previous != .paragraph || lines[index - 1].isLong || lines[index - 1].endsWithStop
    // A question of a few words between statements may be speech; above a list it is a heading.
    if line.ending == .mark, kinds[index + 1] != .listItem, previous != .separator { return false }
    return nextReads && isAlone && !line.hasDigit
  }

  /// Whether the line begins with a letter, not like speech or an ornament, and ends with one or with a stop.
  private func readsAsWords(_ line: Line) -> Bool {
    let first = Script.of(ScalarReader.scalar(bytes, at: line.range.lowerBound).value)
    let last = Script.of(ScalarReader.scalar(bytes, before: line.range.upperBound).value)
    return first != .common && (last != .common || line.ending == .mark || line.folded.last.map { $0 >= 0x80 } ?? false)
  }
}
