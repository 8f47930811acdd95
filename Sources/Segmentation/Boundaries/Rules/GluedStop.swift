extension BoundaryTest {
  /// A stop that a slip has glued to the next word (…الاجتماع.وأعلنت) ends the sentence where both sides are words.
  static let gluedStop = BoundaryTest("glued-stop", on: [.fullStop, .question, .exclamation], where: .glued) {
    candidate, text, languages in
    guard candidate.after.isLetter else { return .noOpinion }
    let before = candidate.before
    let after = candidate.after
    // Nothing stands behind any stop in such writing, so it says nothing: the stop may still be an aside's (…，误差呢？不到半厘米).
    let isUnspaced = before.script.isUnspaced && after.script.isUnspaced
    switch candidate.kind {
    case .question:
      return isUnspaced ? .noOpinion : .ends
    case .exclamation:
      let verdict = exclamation(candidate, text)
      return isUnspaced && verdict == .ends ? .noOpinion : verdict
    default:
      break
    }
    let ahead = text.word(startingAt: after.start)
    let following = text.scalar(at: ahead.upperBound)
    let lettersAhead = text.letters(in: ahead)
    switch after.kind {
    case .upper:
      guard
        before.isLetter
          ? before.kind == .caseless || CaseShape.smallLetters(text, before: candidate.stopStart, limit: 2) == 2
          : before.kind == .closing || before.kind == .digit
      else { return .continues }
      if before.kind == .caseless { return .ends }
      let second = text.scalar(at: after.end)
      return second.kind == .lower || second.kind == .space || second.value == 0x27 || second.value == 0x2019
        ? .ends : .continues
    case .caseless:
      if before.script.isUnspaced || after.script.isUnspaced { return .ends }
      if after.script == .hangul { return .ends }
      let behind = text.word(endingAt: candidate.stopStart)
      guard text.letters(in: behind) >= 2, text.scalar(before: behind.lowerBound).value != 0x2E else {
        return .continues
      }
      guard lettersAhead >= 3 || (lettersAhead == 2 && following.kind == .space), following.value != 0x2E else {
        return .continues
      }
      return .ends
    default:
      return .continues
    }
  }

  /// A glued `!` is part of a name more often than not where words are spaced; behind a full word before a capital it is a slip.
  private static func exclamation(_ candidate: Candidate, _ text: Span<UInt8>) -> Verdict {
    let before = candidate.before
    let after = candidate.after
    guard text.byte(candidate.stopStart) == 0x21 else { return .ends }
    switch (before.script, after.script) {
    case (.latin, .latin), (.cyrillic, .cyrillic), (.greek, .greek): return after.kind == .upper ? .ends : .continues
    case (.arabic, .arabic), (.hebrew, .hebrew): return .ends
    case (.han, .han), (.hiragana, _), (.han, .hiragana), (.han, .katakana): return .ends
    default: return .continues
    }
  }
}
