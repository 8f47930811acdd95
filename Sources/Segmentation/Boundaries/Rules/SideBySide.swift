extension BoundaryTest {
  /// Two speeches side by side are cut between them.
  static let sideBySide = BoundaryTest("side-by-side", on: .marks, where: .closesQuote) { candidate, text, languages in
    guard candidate.after.kind == .quote else { return .noOpinion }
    guard
      Quotation.opens(
        candidate.after, after: text.scalar(before: candidate.next), followedBy: text.scalar(at: candidate.after.end))
    else {
      return .noOpinion
    }
    return .ends
  }
}
