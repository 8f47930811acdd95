extension BoundaryTest {
  /// Marks inside numbers, addresses, file names, versions and handles end nothing.
  static let identifier = BoundaryTest(
    "identifier", on: [.fullStop, .question, .exclamation, .ideographic], where: .glued
  ) {
    candidate, text, _ in
    guard candidate.after.exists else { return .noOpinion }
    let before = candidate.before
    let after = candidate.after
    let stop = candidate.kind == .fullStop
    // .NET, .5, a range that begins with its stop.
    if stop, candidate.spaceBefore || !before.exists || before.kind == .opening || before.kind == .quote,
      after.isLetter || after.kind == .digit, after.value < 0x250
    {
      return .continues
    }
    if candidate.kind == .ideographic { return before.kind == .digit && after.kind == .digit ? .continues : .noOpinion }
    if stop, after.kind == .digit, before.isLetter || before.kind == .digit { return .continues }
    if after.value < 0x80, after.kind == .other || after.kind == .dash, after.value != 0x23, after.value != 0x2A {
      return .continues
    }
    guard after.value < 0x80, before.value < 0x80 || before.script == .latin else { return .noOpinion }
    if after.kind == .lower, before.isLetter || before.kind == .digit || before.value == 0x5F { return .continues }
    if after.kind == .digit || after.isLetter, isAddress(text, endingAt: candidate.stopStart) { return .continues }
    return .noOpinion
  }

  /// Whether the run of visible ASCII that ends at an offset is an address: it holds `://`, `@`, `www.` or a slash behind a stop.
  static func isAddress(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
    var index = end - 1
    let floor = max(0, end - 160)
    var slash = false
    while index >= floor {
      switch text[index] {
      case 0x00...0x20, 0x7F...0xFF: return text.has("www.", at: index + 1)
      case 0x40: return true
      case 0x2F:
        if index > 0, text[index - 1] == 0x2F || text[index - 1] == 0x3A { return true }
        slash = true
      case 0x2E where slash: return true
      default: break
      }
      index -= 1
    }
    return floor == 0 && text.has("www.", at: 0)
  }
}
