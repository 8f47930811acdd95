extension BoundaryTest {
  /// Nothing ends before a comma, colon, semicolon, another stop or a bracket that closes.
  static let clauseMark = BoundaryTest("clause-mark", on: .marks, where: [.clauseAhead, .armenianBefore]) {
    candidate, text, languages in
    switch candidate.after.kind {
    case .clause, .stop, .closing: return .continues
    default: break
    }
    // Armenian writes its full stop as two dots; one dot is a lesser pause there.
    if candidate.kind == .fullStop, candidate.before.script == .armenian,
      languages.profile(for: .armenian).fullStopIsClause
    {
      return .continues
    }
    return .noOpinion
  }
}
