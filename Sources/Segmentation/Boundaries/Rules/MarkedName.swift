extension BoundaryTest {
  /// Names that hold a mark (Yahoo!, モーニング娘。) don't end with it.
  static let markedName = BoundaryTest("marked-name", on: [.exclamation, .question, .ideographic]) {
    candidate, text, languages in
    let before = candidate.before
    guard before.isLetter, !candidate.spaceBefore, !candidate.closesQuote, !candidate.hasTail else { return .noOpinion }
    if before.script.isUnspaced {
      return isListed(text, candidate, languages) ? .continues : .noOpinion
    }
    guard candidate.kind == .exclamation else { return .noOpinion }
    let word = text.word(endingAt: candidate.stopStart)
    guard !word.isEmpty else { return .noOpinion }
    if languages.profile(for: before.script).words.classes(of: word.lowerBound..<candidate.stopEnd, in: text).contains(
      .name)
    {
      return isStart(candidate, text, languages) ? .noOpinion : .continues
    }
    // A Latin name in text of a script without case: شركة Hayate! که
    guard before.script == .latin, candidate.start.kind == .caseless, text.scalar(at: word.lowerBound).kind == .upper
    else { return .noOpinion }
    let previous = text.visible(before: word.lowerBound)
    return previous.kind == .caseless ? .continues : .noOpinion
  }

  /// Whether one of the last words, however long, is a listed name; in writing without spaces every beginning is tried.
  private static func isListed(_ text: Span<UInt8>, _ candidate: Candidate, _ languages: Languages) -> Bool {
    let words = languages.own.words
    guard languages.own.hasNames else { return false }
    var start = candidate.stopStart
    for _ in 0..<8 {
      let scalar = text.scalar(before: start)
      guard scalar.isLetter else { return false }
      start = scalar.start
      if words.classes(of: start..<candidate.stopEnd, in: text).contains(.name) { return true }
    }
    return false
  }
}
