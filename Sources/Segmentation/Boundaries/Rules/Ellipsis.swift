extension BoundaryTest {
  /// An ellipsis ends a sentence only where a new one follows.
  static let ellipsis = BoundaryTest("ellipsis", on: .ellipsis) { candidate, text, languages in
    if candidate.hasTail { return .ends }
    let start = candidate.start
    switch start.kind {
    case .lower:
      return CaseShape.isCamel(text, start) ? .ends : .continues
    case .upper:
      let isStarter = languages.classes(of: text.word(startingAt: start.start), in: text).contains(.starter)
      if candidate.spaceBefore, !candidate.closesQuote { return isStarter ? .ends : .continues }
      return .ends
    case .caseless:
      return caseless(candidate, text, languages)
    case .digit where candidate.before.kind == .caseless || candidate.before.kind == .mark:
      return caseless(candidate, text, languages)
    default:
      return candidate.closesQuote || candidate.closesBracket ? .noOpinion : .continues
    }
  }

  private static func caseless(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Verdict {
    let start = candidate.start
    let profile = languages.profile(for: start.kind == .digit ? candidate.before.script : start.script)
    if candidate.closesQuote || candidate.closesBracket { return .noOpinion }
    if languages.classes(of: text.word(startingAt: start.start), in: text).contains(.circumstance) { return .continues }
    if start.script == .thai, candidate.next > candidate.end { return .ends }
    // A word that ends sentences before it, in languages that put the verb last.
    for word in profile.finals
    where endsWord(text, at: candidate, with: word, spaced: !candidate.before.script.isUnspaced) {
      return candidate.next > candidate.end || start.script.isUnspaced ? .ends : .continues
    }
    if start.script.isUnspaced {
      var end = start.start
      for _ in 0..<5 {
        end = text.scalar(at: end).end
        if profile.words.classes(of: start.start..<end, in: text).contains(.starter) { return .ends }
      }
      return .continues
    }
    return profile.words.classes(of: text.word(startingAt: start.start), in: text).contains(.starter)
      ? .ends : .continues
  }

  private static func endsWord(_ text: Span<UInt8>, at candidate: Candidate, with word: [UInt8], spaced: Bool) -> Bool {
    var end = candidate.stopStart
    while end > candidate.lineStart, text.scalar(before: end).kind == .space { end = text.scalar(before: end).start }
    let from = end - word.count
    guard from >= candidate.lineStart else { return false }
    for index in 0..<word.count where text[from + index] != word[index] { return false }
    return !spaced || candidate.before.script == .hangul || !text.scalar(before: from).isLetter
  }
}
