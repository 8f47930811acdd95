extension BoundaryTest {
  /// Listed abbreviations go on, each after its category.
  static let abbreviation = BoundaryTest("abbreviation", on: [.fullStop, .scriptStop]) { candidate, text, languages in
    guard candidate.kind == .fullStop || candidate.isUrduStop else { return .noOpinion }
    guard
      candidate.before.isLetter || candidate.before.kind == .mark || candidate.before.value == 0x27
        || candidate.before.value == 0x2019,
      !candidate.spaceBefore, !candidate.closesQuote
    else { return .noOpinion }
    let token = AbbreviatedToken(text, word: candidate.word, floor: candidate.lineStart)
    let classes = token.classes(in: text, languages).intersection(.abbreviation)
    guard !classes.isEmpty else { return .noOpinion }
    if candidate.closesBracket {
      return classes.contains(.closing) ? .noOpinion : isStart(candidate, text, languages) ? .noOpinion : .continues
    }
    if candidate.isGlued { return .continues }
    if classes.contains(.number), candidate.after.kind == .digit || isNumeral(text, at: candidate.next) {
      return .continues
    }
    if classes.contains(.unit) {
      if isBehindNumber(text, token.whole.lowerBound) {
        return startsAfterClosing(candidate, text, languages) ? .ends : .continues
      }
      if classes.contains(.title) { return .continues }
    }
    if classes.contains(.title) { return .continues }
    if classes.contains(.closing) { return startsAfterClosing(candidate, text, languages) ? .ends : .continues }
    return isStart(candidate, text, languages) ? .ends : .continues
  }

  /// Whether what follows surely starts a sentence: a capital on a word that usually starts one, or on a quotation.
  static func isStart(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Bool {
    guard candidate.start.kind == .upper || CaseShape.isCamel(text, candidate.start) else { return false }
    if candidate.opensQuote || candidate.after.value == 0xBF || candidate.after.value == 0xA1 { return true }
    let word = text.word(startingAt: candidate.start.start)
    // A starter of one letter may be an initial: S. A. Romero.
    if word.upperBound == candidate.start.end, text.byte(word.upperBound) == 0x2E { return false }
    return languages.classes(of: word, in: text).contains(.starter)
  }

  /// Whether a sentence starts behind an abbreviation that often stands last: any capital will do, but for GMT, EST and their kin.
  private static func startsAfterClosing(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Bool {
    let start = candidate.start
    if start.kind == .caseless, start.script == .arabic {
      // و and ف before a word begin a sentence more often than not.
      let word = text.word(startingAt: start.start)
      return (start.value == 0x0648 || start.value == 0x0641) && text.letters(in: word) >= 4
    }
    guard start.kind == .upper || CaseShape.isCamel(text, start) else {
      return candidate.opensQuote && start.kind == .caseless
    }
    if candidate.opensQuote { return true }
    let word = text.word(startingAt: start.start)
    if CaseShape.isCapitals(text, word), text.letters(in: word) >= 2, text.letters(in: word) <= 4 { return false }
    return !languages.classes(of: word, in: text).contains(.month)
  }

  /// Whether a numeral of letters, or a number in brackets, follows.
  private static func isNumeral(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let first = text.scalar(at: offset)
    if first.kind == .opening { return text.scalar(at: first.end).kind == .digit }
    let word = text.word(startingAt: offset)
    if word.count == 1, text.byte(word.upperBound) == 0x2E { return true }
    return word.count <= 6 && CaseShape.isRoman(text, word)
  }

  /// Whether a number stands before an offset.
  static func isBehindNumber(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let before = text.visible(before: offset, limit: 12)
    if before.kind == .digit || before.value == 0x25 { return true }
    return before.isLetter && CaseShape.isRoman(text, text.word(endingAt: before.end))
  }
}
