/// A rule: its name, the stops and the traits of a candidate that concern it, and the question it answers.
struct BoundaryTest: Sendable {
  typealias Question = @Sendable (Candidate, Span<UInt8>, Languages) -> Verdict

  let rule: BoundaryRule
  let kinds: StopKind
  /// One of them at least must be seen for the question to be asked.
  let traits: CandidateTraits
  let verdict: Question

  init(
    _ name: StaticString, on kinds: StopKind, where traits: CandidateTraits = .any, _ verdict: @escaping Question
  ) {
    rule = BoundaryRule(name)
    self.kinds = kinds
    self.traits = traits
    self.verdict = verdict
  }

  /// All rules, in the order in which they are asked; the first with an opinion decides.
  static let order: [BoundaryTest] = [
    .clauseMark, .trailingTags, .spacedWriting, .identifier, .markedName, .listNumber, .abbreviation, .initial,
    .dateline, .dash, .ordinal, .gluedStop,
    .sideBySide, .governedQuotation, .attribution, .quotedPart, .bracketedAside, .ellipsis, .lowerCase, .stop,
  ]

  /// The rules that can have an opinion on text of some language, in their order.
  static func order(for languages: Languages) -> [BoundaryTest] {
    languages.own.hasParticles ? order : orderWithoutParticles
  }

  private static let orderWithoutParticles = order.filter { $0.rule != governedQuotation.rule }
}
