extension BoundaryTest {
  /// Brackets opened in the midst of a sentence hold an aside, whose stops end nothing.
  static let bracketedAside = BoundaryTest(
    "bracketed-aside", on: [.fullStop, .question, .exclamation, .ellipsis, .scriptStop],
    where: [.brackets, .closesBracket]
  ) { candidate, text, _ in
    if candidate.stopBehindClosing { return .noOpinion }
    // The title of a work, with its own mark: 《谁把灯关了？》出版
    if candidate.closesBracket, candidate.next == candidate.end, isTitleBracket(text.scalar(at: candidate.bracket)) {
      return .continues
    }
    if candidate.closesBracket {
      guard candidate.start.kind != .upper,
        isOpenedInSentence(text, before: candidate.stopStart, floor: candidate.lineStart)
      else { return .noOpinion }
      return candidate.kind == .scriptStop ? .noOpinion : .continues
    }
    guard closes(text, from: candidate.stopEnd) else { return .noOpinion }
    return isOpenedInSentence(text, before: candidate.stopStart, floor: candidate.lineStart) ? .continues : .noOpinion
  }

  private static func isTitleBracket(_ scalar: ScannedScalar) -> Bool {
    scalar.value == 0x300B || scalar.value == 0x3009
  }

  /// How far brackets are looked for on either side, in bytes.
  private static let reach = 200

  /// Whether a bracket closes ahead before another opens, on this line.
  private static func closes(_ text: Span<UInt8>, from offset: Int) -> Bool {
    var index = BracketScan.next(in: text, from: offset, limit: offset + reach)
    while let found = index {
      switch text[found] {
      case 0x29, 0x5D: return true
      case 0x28, 0x5B, 0x0A, 0x0D: return false
      default: break
      }
      switch text.scalar(at: found).value {
      case 0xFF09: return true
      case 0xFF08: return false
      default: index = BracketScan.next(in: text, from: found + 1, limit: offset + reach)
      }
    }
    return false
  }

  /// Whether the nearest bracket still open before an offset has part of a sentence before it.
  private static func isOpenedInSentence(_ text: Span<UInt8>, before offset: Int, floor: Int) -> Bool {
    var index = offset
    let floor = max(floor, offset - reach)
    var depth = 0
    while index > floor {
      let scalar = text.scalar(before: index)
      index = scalar.start
      switch scalar.value {
      case 0x29, 0x5D, 0xFF09: depth += 1
      case 0x28, 0x5B, 0xFF08:
        if depth > 0 {
          depth -= 1
          continue
        }
        let previous = index > floor ? text.visible(before: index) : .none
        switch previous.kind {
        case .stop, .lineEnd, .pictograph, .control: return false
        case .quote, .closing: return text.visible(before: previous.start).kind != .stop
        default: return previous.exists && previous.start >= floor
        }
      default: break
      }
    }
    return false
  }
}
