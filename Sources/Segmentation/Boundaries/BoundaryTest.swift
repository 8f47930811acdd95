/// A rule: its name, the stops that concern it, and the question it answers.
struct BoundaryTest: Sendable {
  typealias Question = @Sendable (Candidate, Span<UInt8>, Languages) -> Verdict

  let rule: BoundaryRule
  let kinds: StopKind
  let verdict: Question

  init(_ name: StaticString, on kinds: StopKind, _ verdict: @escaping Question) {
    rule = BoundaryRule(name)
    self.kinds = kinds
    self.verdict = verdict
  }

  /// All rules, in the order in which they are asked; the first with an opinion decides.
  static let order: [BoundaryTest] = [
    .clauseMark, .trailingTags, .spacedWriting, .identifier, .markedName, .listNumber, .abbreviation, .initial,
    .dateline, .dash, .ordinal, .gluedStop,
    .sideBySide, .governedQuotation, .attribution, .quotedPart, .bracketedAside, .ellipsis, .lowerCase, .stop,
  ]
}
