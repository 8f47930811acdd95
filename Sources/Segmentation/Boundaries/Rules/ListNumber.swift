extension BoundaryTest {
  /// A number or letter at the beginning of a line, with its stop, counts a list and is no sentence; so does a number alone between stops.
  static let listNumber = BoundaryTest(
    "list-number", on: [.fullStop, .scriptStop], where: [.nearLineStart, .numeralBefore]
  ) { candidate, text, languages in
    if isNumberBetweenStops(candidate, text, languages) { return .continues }
    guard candidate.stopStart - candidate.lineStart <= 16, !candidate.closesQuote, !candidate.stopBehindClosing else {
      return .noOpinion
    }
    var index = candidate.lineStart
    var scalar = text.scalar(at: index)
    while scalar.kind == .space || scalar.kind == .format || scalar.kind == .opening || scalar.kind == .dash {
      scalar = text.scalar(at: scalar.end)
    }
    index = scalar.start
    var digits = 0
    while scalar.kind == .digit, scalar.start < candidate.stopStart {
      digits += 1
      scalar = text.scalar(at: scalar.end)
    }
    if digits > 0 { return digits <= 3 && scalar.start == candidate.stopStart ? .continues : .noOpinion }
    guard scalar.isLetter, !scalar.script.isUnspaced else { return .noOpinion }
    return text.scalar(at: scalar.end).start == candidate.stopStart ? .continues : .noOpinion
  }

  /// Whether a number stands behind a stop and a space and before a capital, as in laws written in one line.
  private static func isNumberBetweenStops(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages) -> Bool
  {
    guard candidate.kind == .fullStop, candidate.before.kind == .digit, candidate.start.kind == .upper,
      candidate.end == candidate.stopEnd, candidate.next > candidate.end
    else { return false }
    var first = candidate.before
    for _ in 0..<3 {
      let previous = text.scalar(before: first.start)
      guard previous.kind == .digit else { break }
      first = previous
    }
    let space = text.scalar(before: first.start)
    guard space.kind == .space else { return false }
    let previous = text.scalar(before: space.start)
    guard previous.kind == .stop, text.scalar(before: previous.start).kind != .digit else { return false }
    // The stop of an abbreviation (Nr. 14.) makes it no list.
    let word = text.word(endingAt: previous.start)
    return word.isEmpty
      || (text.letters(in: word) >= 3 && languages.classes(of: word, in: text).isDisjoint(with: .abbreviation))
  }
}
