extension BoundaryTest {
  /// Thai and Lao: a space ends a sentence only before a word that opens one or behind a word that closes one.
  static let spacedWriting = BoundaryTest("spaced-writing", on: .space) { candidate, text, languages in
    let profile = languages.profile(for: .thai)
    let before = candidate.before
    // Beside digits and the marks of repetition and abbreviation a space joins.
    guard before.exists, before.kind != .digit, before.kind != .clause, before.kind != .opening, before.kind != .dash
    else { return .continues }
    guard before.value != 0x0E46, before.value != 0x0E2F, candidate.after.value != 0x0E46,
      candidate.after.value != 0x0E2F
    else { return .continues }
    // An emoji or a closing mark goes with what stands before it.
    if candidate.after.kind == .pictograph || candidate.after.kind == .closing { return .continues }
    if candidate.after.kind == .quote,
      !Quotation.opens(
        candidate.after, after: text.scalar(before: candidate.next), followedBy: text.scalar(at: candidate.after.end))
    {
      return .continues
    }
    if profile.openers.contains(where: { begins(text, at: candidate.next, with: $0) }) { return .ends }
    let last = before.kind == .pictograph ? text.visible(before: before.start) : before
    if last.script == .thai, profile.finals.contains(where: { ends(text, at: last.end, with: $0) }) { return .ends }
    if before.kind == .quote, let opening = QuotationContext.find(text, closer: before, floor: candidate.lineStart) {
      if opening.place == .behindClause
        || profile.conjunctions.contains(where: { ends(text, at: opening.previous.end, with: $0) })
      {
        return .ends
      }
    }
    return .continues
  }

  private static func begins(_ text: Span<UInt8>, at offset: Int, with word: [UInt8]) -> Bool {
    guard offset + word.count <= text.count else { return false }
    for index in 0..<word.count where text[offset + index] != word[index] { return false }
    return true
  }

  private static func ends(_ text: Span<UInt8>, at offset: Int, with word: [UInt8]) -> Bool {
    guard offset >= word.count else { return false }
    return begins(text, at: offset - word.count, with: word)
  }
}
