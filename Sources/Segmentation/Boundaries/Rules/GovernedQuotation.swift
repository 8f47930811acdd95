extension BoundaryTest {
  /// A quotation on which a particle hangs (と, って, 라고) is part of its sentence: nothing ends at its close, and inside it only when it is long.
  static let governedQuotation = BoundaryTest("governed-quotation", on: .marks) { candidate, text, languages in
    switch candidate.before.script {
    case .hangul, .hiragana, .katakana, .han: break
    default:
      guard languages.own.tag == "ja" || languages.own.tag == "ko" else { return .noOpinion }
    }
    guard languages.own.hasParticles, !candidate.stopBehindClosing else { return .noOpinion }
    if candidate.closesQuote {
      return particle(text, at: candidate.end, [.particle, .quotative], languages)
        || particleWord(text, candidate, languages) ? .continues : .noOpinion
    }
    if candidate.after.kind == .quote, particle(text, at: candidate.after.end, .quotative, languages) {
      return .continues
    }
    return isInsideShortQuotation(candidate, text, languages) ? .continues : .noOpinion
  }

  /// Whether one of a set of particles begins at an offset.
  private static func particle(_ text: Span<UInt8>, at offset: Int, _ wanted: WordClass, _ languages: Languages) -> Bool
  {
    var end = offset
    for _ in 0..<4 {
      let scalar = text.scalar(at: end)
      guard scalar.isLetter else { return false }
      end = scalar.end
      if !languages.own.words.classes(of: offset..<end, in: text).isDisjoint(with: wanted) { return true }
    }
    return false
  }

  /// Whether a quoting word (하고) follows behind a space.
  private static func particleWord(_ text: Span<UInt8>, _ candidate: Candidate, _ languages: Languages) -> Bool {
    let word = text.word(startingAt: candidate.next)
    return languages.own.words.classes(of: word, in: text).contains(.quotative)
  }

  /// The longest quotation that is kept whole, in bytes: about 80 wide characters.
  private static let longest = 240

  private static func isInsideShortQuotation(_ candidate: Candidate, _ text: Span<UInt8>, _ languages: Languages)
    -> Bool
  {
    var closer = ScannedScalar.none
    var index = candidate.stopEnd
    var depth = 0
    while index < text.count, index - candidate.stopEnd < longest {
      let scalar = text.scalar(at: index)
      index = scalar.end
      if scalar.kind == .lineEnd { return false }
      guard scalar.kind == .quote else { continue }
      if depth == 0, particle(text, at: scalar.end, .quotative, languages) {
        closer = scalar
        break
      }
      if Quotation.opens(scalar, after: text.scalar(before: scalar.start), followedBy: text.scalar(at: scalar.end)) {
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        closer = scalar
        break
      }
    }
    guard closer.exists,
      particle(text, at: closer.end, .quotative, languages) || isQuotingWord(text, closer.end, languages)
    else { return false }
    guard
      let context = QuotationContext.find(text, closer: closer, floor: max(candidate.lineStart, closer.start - longest))
    else { return false }
    return context.opener.start < candidate.stopStart
  }

  private static func isQuotingWord(_ text: Span<UInt8>, _ offset: Int, _ languages: Languages) -> Bool {
    guard text.scalar(at: offset).kind == .space else { return false }
    return languages.own.words.classes(of: text.word(startingAt: offset + 1), in: text).contains(.quotative)
  }
}
