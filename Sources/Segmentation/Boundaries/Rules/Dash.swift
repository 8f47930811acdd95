extension BoundaryTest {
  /// A dash behind a stop goes on with the sentence (— спросила она), unless it opens somebody's turn (— Я домой).
  static let dash = BoundaryTest("dash", on: .marks, where: .dashAhead) { candidate, _, _ in
    if candidate.isGlued { return .continues }
    switch candidate.start.kind {
    case .lower: return .continues
    case .upper, .digit: return .ends
    default: return candidate.closesQuote ? .continues : .noOpinion
    }
  }
}
