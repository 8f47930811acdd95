/// Walks over a text and decides at each candidate; what becomes of the decisions is the sink's business.
struct BoundaryFinder {
  private let languages: Languages
  private let tests: [BoundaryTest]

  init(languages: Languages) {
    self.languages = languages
    tests = BoundaryTest.order(for: languages)
  }

  /// Receives what is decided.
  protocol Sink {
    /// A sentence, trimmed, and the rule that ended it.
    mutating func sentence(_ range: Range<Int>, endedBy rule: BoundaryRule)
    /// A candidate and its verdict.
    mutating func decision(at stop: Range<Int>, ends: Bool, by rule: BoundaryRule)
  }

  /// The rule that keeps grapheme clusters whole.
  static let graphemeCluster = BoundaryRule("grapheme-cluster")

  /// Finds the sentences of a text.
  ///
  /// - Complexity: O(*n*): the walk goes forward only, and each look around a candidate is bounded.
  func find<Receiver: Sink>(in text: Span<UInt8>, into sink: inout Receiver) {
    let hasBrackets = BracketScan.isAnywhere(in: text)
    var scanner = CandidateScanner()
    var start = 0
    var lineStart = 0
    var floor = 0
    while let offset = scanner.next(in: text, from: floor) {
      switch StopMark.read(text, at: offset) {
      case .none:
        floor = offset + 1
      case .lineEnd(let length):
        emit(text, start..<offset, .lineBreak, &sink)
        sink.decision(at: offset..<offset + length, ends: true, by: .lineBreak)
        start = offset + length
        lineStart = start
        floor = start
      case .stop(let kind, let at, let length):
        let candidate = CandidateReader.read(text, kind, at: at, length: length, lineStart: lineStart)
        floor = max(candidate.end, candidate.stopEnd)
        // What ends with its line needs no rule.
        guard candidate.after.exists, candidate.after.kind != .lineEnd else { continue }
        let (ends, rule) = decide(candidate, CandidateTraits(candidate, hasBrackets: hasBrackets), text)
        sink.decision(at: candidate.stopStart..<candidate.stopEnd, ends: ends, by: rule)
        if ends {
          emit(text, start..<candidate.end, rule, &sink)
          start = candidate.end
        }
      }
    }
    emit(text, start..<text.count, .endOfText, &sink)
    sink.decision(at: text.count..<text.count, ends: true, by: .endOfText)
  }

  private func decide(
    _ candidate: Candidate, _ traits: CandidateTraits, _ text: Span<UInt8>
  ) -> (Bool, BoundaryRule) {
    for index in tests.indices {
      // By index: a copy of the test would be counted, and most aren't asked.
      guard !tests[index].traits.isDisjoint(with: traits), !tests[index].kinds.isDisjoint(with: candidate.kind) else {
        continue
      }
      switch tests[index].verdict(candidate, text, languages) {
      case .noOpinion: continue
      case .continues: return (false, tests[index].rule)
      case .ends:
        // Both ends of the gap must lie between characters; a space can carry a mark.
        guard GraphemeGuard.isBoundary(text, at: candidate.end), GraphemeGuard.isBoundary(text, at: candidate.next)
        else {
          return (false, Self.graphemeCluster)
        }
        return (true, tests[index].rule)
      }
    }
    return (false, .stop)
  }

  /// Trims a sentence and hands it on, unless nothing is left.
  private func emit<Receiver: Sink>(
    _ text: Span<UInt8>, _ range: Range<Int>, _ rule: BoundaryRule, _ sink: inout Receiver
  ) {
    let trimmed = Trimming.trim(text, range)
    if !trimmed.isEmpty { sink.sentence(trimmed, endedBy: rule) }
  }
}
