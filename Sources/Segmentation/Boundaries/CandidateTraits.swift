/// What is seen at once at a candidate: a rule that concerns none of it needn't be asked.
struct CandidateTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// True of every candidate.
  static let any = CandidateTraits(rawValue: 1 << 0)
  /// The stop and the next character touch.
  static let glued = CandidateTraits(rawValue: 1 << 1)
  /// A quotation mark closes behind the stop.
  static let closesQuote = CandidateTraits(rawValue: 1 << 2)
  /// A comma, another stop or a closing bracket is next.
  static let clauseAhead = CandidateTraits(rawValue: 1 << 3)
  /// A dash is next.
  static let dashAhead = CandidateTraits(rawValue: 1 << 4)
  /// What is next may begin a hashtag or a link.
  static let tagAhead = CandidateTraits(rawValue: 1 << 5)
  /// The first letter behind the stop is a small one.
  static let smallLetterAhead = CandidateTraits(rawValue: 1 << 6)
  /// A digit or capital stands before the stop.
  static let numeralBefore = CandidateTraits(rawValue: 1 << 7)
  /// A letter of Armenian stands before the stop.
  static let armenianBefore = CandidateTraits(rawValue: 1 << 8)
  /// The line begins at most 80 bytes before the stop.
  static let nearLineStart = CandidateTraits(rawValue: 1 << 9)
  /// A round or square bracket stands somewhere in the text.
  static let brackets = CandidateTraits(rawValue: 1 << 10)
  /// A bracket of any kind closes behind the stop.
  static let closesBracket = CandidateTraits(rawValue: 1 << 11)

  /// The traits of a candidate that is read to its end.
  init(_ candidate: Candidate, hasBrackets: Bool) {
    var traits: CandidateTraits = .any
    if candidate.isGlued { traits.insert(.glued) }
    if candidate.closesQuote { traits.insert(.closesQuote) }
    switch candidate.after.kind {
    case .clause, .stop, .closing: traits.insert(.clauseAhead)
    case .dash: traits.insert(.dashAhead)
    default: break
    }
    switch candidate.after.value {
    case 0x23, 0x68, 0x77, 0xFF03: traits.insert(.tagAhead)
    default: break
    }
    if candidate.start.kind == .lower { traits.insert(.smallLetterAhead) }
    if candidate.before.kind == .digit || candidate.before.kind == .upper { traits.insert(.numeralBefore) }
    if candidate.before.script == .armenian { traits.insert(.armenianBefore) }
    if candidate.stopStart - candidate.lineStart <= 80 { traits.insert(.nearLineStart) }
    if candidate.closesBracket { traits.insert(.closesBracket) }
    if hasBrackets { traits.insert(.brackets) }
    self = traits
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }
}
