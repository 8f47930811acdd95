extension BoundaryTest {
  /// A number with a full stop that counts or dates, in languages that write so.
  static let ordinal = BoundaryTest("ordinal", on: .fullStop, where: .numeralBefore) { candidate, text, languages in
    if candidate.before.kind == .upper { return numeral(candidate, text, languages) }
    guard candidate.before.kind == .digit, !candidate.spaceBefore, candidate.end == candidate.stopEnd else {
      return .noOpinion
    }
    var first = candidate.before
    var digits = 1
    while digits <= 5 {
      let previous = text.scalar(before: first.start)
      guard previous.kind == .digit else { break }
      first = previous
      digits += 1
    }
    let joint = text.scalar(before: first.start)
    let isDate =
      joint.kind == .space && text.scalar(before: joint.start).kind == .stop
      && text.scalar(before: text.scalar(before: joint.start).start).kind == .digit
    let profile = languages.own
    if candidate.after.kind == .digit, digits <= 4, profile.hasOrdinalStop || profile.tag == "ko" {
      return digits <= 2 || profile.tag == "ko" ? .continues : .noOpinion
    }
    if isDate, digits <= 2, profile.tag == "ko" { return .continues }
    guard profile.hasOrdinalStop, digits <= 3,
      joint.kind == .space || joint.kind == .opening || joint.kind == .quote || joint.kind == .dash || !joint.exists
    else { return .noOpinion }
    switch candidate.start.kind {
    case .lower: return .continues
    case .upper: break
    default: return .noOpinion
    }
    let word = text.word(startingAt: candidate.start.start)
    let classes = languages.classes(of: word, in: text)
    if classes.contains(.month) { return .continues }
    if classes.contains(.starter) || candidate.opensQuote { return .ends }
    if profile.hasFreeOrdinal { return .continues }
    let previous = text.word(endingAt: text.visible(before: first.start, limit: 8).end)
    return languages.classes(of: previous, in: text).contains(.preordinal) ? .continues : .noOpinion
  }

  /// A Roman numeral counts as well.
  private static func numeral(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Verdict {
    guard languages.own.hasFreeOrdinal, candidate.start.kind == .upper, !candidate.opensQuote else { return .noOpinion }
    guard CaseShape.isRoman(text, text.word(endingAt: candidate.stopStart)) else { return .noOpinion }
    return languages.classes(of: text.word(startingAt: candidate.start.start), in: text).contains(.starter)
      ? .ends : .continues
  }
}
