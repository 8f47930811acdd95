extension BoundaryTest {
  /// A small letter behind a stop goes on with the sentence, unless a plain word of small letters stands before the stop: then the writer
  /// spares capitals.
  static let lowerCase = BoundaryTest("lower-case", on: .marks, where: .smallLetterAhead) { candidate, text, _ in
    guard !CaseShape.isCamel(text, candidate.start) else { return .noOpinion }
    guard candidate.end == candidate.stopEnd, candidate.next > candidate.end, candidate.after.isLetter,
      candidate.kind != .ellipsis
    else { return .continues }
    // Shorter ones could be abbreviations that no list knows.
    let wanted = candidate.kind == .fullStop ? 4 : 1
    guard !candidate.spaceBefore, candidate.before.kind == .lower else { return .continues }
    let word = text.word(endingAt: candidate.stopStart)
    guard text.scalar(at: word.lowerBound).kind == .lower, text.letters(in: word) >= wanted else { return .continues }
    return text.scalar(before: word.lowerBound).kind == .stop ? .continues : .ends
  }
}
