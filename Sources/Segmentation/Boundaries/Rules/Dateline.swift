extension BoundaryTest {
  /// A dateline before the first sentence of a line stays with it, stops and all.
  static let dateline = BoundaryTest("dateline", on: .fullStop, where: .nearLineStart) { candidate, text, _ in
    guard candidate.end == candidate.stopEnd else { return .noOpinion }
    var index = candidate.lineStart
    var words = 0
    var capitals = 0
    var titles = 0
    var small = 0
    var hasMark = candidate.after.kind == .digit
    while index < candidate.stopStart {
      let scalar = text.scalar(at: index)
      guard scalar.isLetter else {
        if scalar.kind == .digit || scalar.kind == .dash { hasMark = true }
        index = scalar.end
        continue
      }
      let word = text.word(startingAt: index)
      guard !word.isEmpty, scalar.kind != .caseless else { return .noOpinion }
      words += 1
      if CaseShape.isCapitals(text, word), text.letters(in: word) >= 3 {
        capitals += 1
      } else if words == 1, capitals == 0, text.scalar(at: word.upperBound).kind != .stop {
        return .noOpinion
      } else if scalar.kind == .lower {
        small += 1
      } else {
        titles += 1
      }
      index = word.upperBound
    }
    return capitals > 0 && hasMark && small <= 1 && titles <= 2 && words <= 6 ? .continues : .noOpinion
  }
}
