extension BoundaryTest {
  /// Initials and dotted acronyms go on, unless a word that usually starts a sentence follows.
  static let initial = BoundaryTest("initial", on: [.fullStop, .scriptStop]) { candidate, text, languages in
    guard candidate.kind == .fullStop || candidate.isUrduStop, !candidate.spaceBefore, !candidate.closesQuote else {
      return .noOpinion
    }
    var before = candidate.before
    // Hebrew marks a foreign initial with a geresh: ג'.
    if before.value == 0x27 || before.value == 0x05F3 || before.value == 0x2019 {
      before = text.scalar(before: before.start)
    }
    guard before.isLetter else { return spelt(candidate, text, languages) }
    switch before.script {
    case .hangul, .han, .hiragana, .katakana, .thai, .burmese, .ethiopic: return .noOpinion
    default: break
    }
    // A word doesn't end with its geresh.
    let tokenEnd = before.script == .hebrew ? before.end : candidate.stopStart
    let word = tokenEnd == candidate.stopStart ? candidate.word : text.countedWord(endingAt: tokenEnd)
    // Most words are neither one letter nor hang on another by a stop: nothing more to ask of them.
    guard word.letters == 1 || AbbreviatedToken.isJoint(text.scalar(before: word.range.lowerBound)) else {
      return spelt(candidate, text, languages)
    }
    let token = AbbreviatedToken(text, word: word, floor: candidate.lineStart)
    let joint = text.scalar(before: token.dotted.lowerBound)
    let isBare = before.end == candidate.stopStart || before.script == .hebrew
    let isLetter =
      isBare && text.scalar(at: token.last.lowerBound).end == before.end && token.pieces == 1 && token.longestPiece == 1
      && !joint.isLetter && joint.kind != .dash
      && joint.kind != .digit
    let isAcronym = token.isDotted && token.longestPiece <= (before.kind == .caseless ? 3 : 2)
    guard isLetter || isAcronym else { return spelt(candidate, text, languages) }
    if candidate.closesBracket { return candidate.start.kind == .caseless ? .continues : .noOpinion }
    if candidate.start.kind == .caseless || candidate.start.kind == .digit {
      return before.kind != .lower || isAcronym ? .continues : .noOpinion
    }
    if candidate.after.kind == .dash { return .continues }
    if isStart(candidate, text, languages) { return .ends }
    return candidate.start.kind == .upper || candidate.start.kind == .lower ? .continues : .noOpinion
  }

  /// Initials spelt by the names of the letters: Hindi एस. के., Urdu کے۔ ایس۔
  private static func spelt(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Verdict {
    let profile = languages.profile(for: text.scalar(before: candidate.stopStart).script)
    guard profile.hasLetters || languages.own.hasLetters else { return .noOpinion }
    let word = text.word(endingAt: candidate.stopStart)
    guard !word.isEmpty, languages.classes(of: word, in: text).contains(.letter) else { return .noOpinion }
    let next = text.word(startingAt: candidate.next)
    if languages.classes(of: next, in: text).contains(.letter), text.scalar(at: next.upperBound).kind == .stop {
      return .continues
    }
    // The last of a row; or, with a full stop, which such scripts use for little else, a single one.
    if candidate.kind == .fullStop { return .continues }
    let previous = text.visible(before: word.lowerBound, limit: 8)
    guard previous.kind == .stop else { return .noOpinion }
    return languages.classes(of: text.word(endingAt: previous.start), in: text).contains(.letter)
      ? .continues : .noOpinion
  }
}
