extension BoundaryTest {
  /// A quotation in the midst of a sentence (وصفه بأنه «مضلل!» في …) doesn't end it with its own mark, in scripts where no capital tells.
  static let quotedPart = BoundaryTest("quoted-part", on: [.question, .exclamation, .ellipsis], where: .closesQuote) {
    candidate, text, _ in
    guard !candidate.stopBehindClosing, !candidate.hasTail,
      candidate.start.kind == .caseless || candidate.start.kind == .digit
    else { return .noOpinion }
    if candidate.start.kind == .digit, candidate.before.kind != .caseless, candidate.before.kind != .mark {
      return .noOpinion
    }
    let context = QuotationContext.find(text, closer: text.scalar(at: candidate.quote), floor: candidate.lineStart)
    return context?.place == .inSentence ? .continues : .noOpinion
  }
}
