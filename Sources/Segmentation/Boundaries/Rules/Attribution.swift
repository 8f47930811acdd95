extension BoundaryTest {
  /// Who said it, behind the speech (“…?” he asked), stays with the last sentence of the speech.
  static let attribution = BoundaryTest("attribution", on: .marks, where: .closesQuote) { candidate, text, languages in
    guard !candidate.stopBehindClosing, !candidate.hasTail,
      candidate.start.isLetter || candidate.start.kind == .digit
    else {
      return .noOpinion
    }
    guard
      let context = QuotationContext.find(text, closer: text.scalar(at: candidate.quote), floor: candidate.lineStart)
    else { return .noOpinion }
    let introduced =
      context.place == .behindClause || isSpeech(text.word(endingAt: context.previous.end), text, languages)
    switch candidate.start.kind {
    case .lower:
      return CaseShape.isCamel(text, candidate.start) ? .noOpinion : .continues
    case .upper:
      guard context.place == .atStart, candidate.kind == .question || candidate.kind == .exclamation else {
        return .noOpinion
      }
      return names(text, from: candidate.next, languages) ? .continues : .noOpinion
    default:
      break
    }
    let profile = languages.profile(for: candidate.start.script)
    let word = text.word(startingAt: candidate.start.start)
    let pair = word.lowerBound..<nextWord(text, after: word).upperBound
    if languages.classes(of: word, in: text).contains(.circumstance)
      || languages.classes(of: pair, in: text).contains(.circumstance) || isArabicParticiple(word, in: text)
    {
      return .continues
    }
    if introduced { return .ends }
    guard context.place == .atStart else { return .noOpinion }
    if candidate.start.script.isUnspaced || candidate.start.script == .thai {
      return clauseHoldsSpeech(text, from: candidate.next, profile) ? .continues : .noOpinion
    }
    if isSpeech(word, text, languages) || isSpeech(nextWord(text, after: word), text, languages) { return .continues }
    return profile.isVerbFinal && endsInSpeech(text, from: candidate.next, languages) ? .continues : .noOpinion
  }

  /// Whether a word is an active participle in the accusative, which says how the speaker acts: ملوّحاً بيديه.
  ///
  /// It begins with م and ends with the written tanwin. Adverbs in ـياً (ميدانياً) open sentences.
  private static func isArabicParticiple(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    let end = word.upperBound
    guard word.count >= 12, holds(text, at: word.lowerBound, [0xD9, 0x85]) else { return false }
    guard holds(text, at: end - 4, [0xD8, 0xA7, 0xD9, 0x8B]) || holds(text, at: end - 4, [0xD9, 0x8B, 0xD8, 0xA7])
    else {
      return false
    }
    return !holds(text, at: end - 6, [0xD9, 0x8A]) && !holds(text, at: word.lowerBound, Array("مؤخر".utf8))
  }

  private static func holds(_ text: Span<UInt8>, at offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset >= 0, offset + bytes.count <= text.count else { return false }
    for index in bytes.indices where text[offset + index] != bytes[index] { return false }
    return true
  }

  private static func isSpeech(_ word: Range<Int>, _ text: Span<UInt8>, _ languages: Languages) -> Bool {
    languages.classes(of: word, in: text).contains(.speech)
  }

  private static func nextWord(_ text: Span<UInt8>, after word: Range<Int>) -> Range<Int> {
    let space = text.scalar(at: word.upperBound)
    return space.kind == .space ? text.word(startingAt: space.end) : word.upperBound..<word.upperBound
  }

  /// Whether names and titles lead to a verb of saying: Mayor Ida Holm asked.
  private static func names(_ text: Span<UInt8>, from offset: Int, _ languages: Languages) -> Bool {
    var index = offset
    for position in 0..<8 {
      let word = text.word(startingAt: index)
      guard !word.isEmpty else { return false }
      let classes = languages.classes(of: word, in: text)
      if classes.contains(.speech) { return position > 0 }
      guard text.scalar(at: word.lowerBound).kind == .upper, !(position == 0 && classes.contains(.starter)) else {
        return false
      }
      index = word.upperBound
      var joint = text.scalar(at: index)
      while joint.kind == .space || joint.value == 0x2E || joint.kind == .dash, index - offset < 100 {
        index = joint.end
        joint = text.scalar(at: index)
      }
    }
    return false
  }

  /// Whether the text up to the next stop holds a verb of saying, in scripts without word spaces.
  private static func clauseHoldsSpeech(_ text: Span<UInt8>, from offset: Int, _ profile: LanguageProfile) -> Bool {
    var index = offset
    let limit = min(text.count, offset + 120)
    while index < limit {
      let scalar = text.scalar(at: index)
      switch scalar.kind {
      case .lineEnd, .quote: return false
      case .stop where scalar.value != 0x2E: return false
      default: break
      }
      for word in profile.speech where word.first == text[index] && index + word.count <= text.count {
        var at = 0
        while at < word.count, text[index + at] == word[at] { at += 1 }
        if at == word.count { return true }
      }
      index = scalar.end
    }
    return false
  }

  /// Whether the last word before the next stop is a verb of saying, in languages that put the verb last.
  private static func endsInSpeech(_ text: Span<UInt8>, from offset: Int, _ languages: Languages) -> Bool {
    var index = offset
    let limit = min(text.count, offset + 300)
    var words = 0
    while index < limit {
      let word = text.word(startingAt: index)
      if !word.isEmpty {
        words += 1
        index = word.upperBound
        let next = text.scalar(at: index)
        if words <= 3 || next.kind == .stop || next.kind == .clause || !next.exists || next.kind == .lineEnd,
          isSpeech(word, text, languages)
        {
          return true
        }
        continue
      }
      let scalar = text.scalar(at: index)
      if scalar.kind == .lineEnd || scalar.kind == .quote { return false }
      if scalar.kind == .stop, text.scalar(at: scalar.end).kind == .space || !text.scalar(at: scalar.end).exists {
        return false
      }
      index = scalar.end
    }
    return false
  }
}
