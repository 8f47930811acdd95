/// Reads what stands around a stop, once for all rules.
enum CandidateReader {
  /// Reads the candidate at a stop.
  ///
  /// Runs of stops and closing marks are read to their end (the walk goes on behind them); everything else is bounded.
  static func read(_ text: Span<UInt8>, _ kind: StopKind, at offset: Int, length: Int, lineStart: Int) -> Candidate {
    var candidate = Candidate(
      kind: kind, stopStart: offset, stopEnd: offset + length, end: offset + length, next: offset + length,
      lineStart: lineStart,
      before: .none, after: .none, start: .none)
    candidate.isUrduStop = text.byte(offset) == 0xDB
    readBefore(text, &candidate)
    if kind == .space {
      candidate.end = offset
    } else {
      readStops(text, &candidate)
      readClosing(text, &candidate)
    }
    readAfter(text, &candidate)
    if candidate.kind == .fullStop || candidate.isUrduStop { candidate.word = text.countedWord(endingAt: offset) }
    return candidate
  }

  private static func readBefore(_ text: Span<UInt8>, _ candidate: inout Candidate) {
    var before = text.scalar(before: candidate.stopStart)
    var budget = 8
    while budget > 0, before.kind == .space || before.kind == .format || before.kind == .mark, before.exists {
      if before.kind == .space { candidate.spaceBefore = true }
      before = text.scalar(before: before.start)
      budget -= 1
    }
    candidate.before = before.start >= candidate.lineStart ? before : .none
  }

  /// Takes the whole run of stops and says what it amounts to.
  private static func readStops(_ text: Span<UInt8>, _ candidate: inout Candidate) {
    var kinds = candidate.kind
    var count = 1
    var end = candidate.stopEnd
    while true {
      let scalar = text.scalar(at: end)
      guard scalar.kind == .stop else { break }
      kinds.formUnion(StopMark.kind(of: scalar.value))
      count += 1
      end = scalar.end
    }
    candidate.stopEnd = end
    candidate.end = end
    candidate.kind =
      kinds.contains(.question)
      ? .question
      : kinds.contains(.exclamation)
        ? .exclamation
        : kinds.contains(.ellipsis) || (count > 1 && (kinds == .fullStop || candidate.isUrduStop))
          ? .ellipsis
          : kinds.contains(.ideographic) ? .ideographic : kinds.contains(.scriptStop) ? .scriptStop : .fullStop
  }

  /// Takes quotation marks, brackets, footnote marks, emoji and further stops, in any order.
  private static func readClosing(_ text: Span<UInt8>, _ candidate: inout Candidate) {
    var end = candidate.end
    while true {
      let scalar = text.scalar(at: end)
      switch scalar.kind {
      case .mark, .format:
        end = scalar.end
      case .closing:
        if !candidate.closesBracket { candidate.bracket = scalar.start }
        end = scalar.end
      case .quote:
        guard Quotation.closes(scalar, followedBy: text.scalar(at: scalar.end)) else { return candidate.end = end }
        if !candidate.closesQuote { candidate.quote = scalar.start }
        end = scalar.end
      case .stop:
        candidate.stopBehindClosing = true
        end = scalar.end
      case .opening where scalar.value == 0x5B:
        guard let behind = footnote(text, at: scalar.end) else { return candidate.end = end }
        candidate.hasTail = true
        end = behind
      case .pictograph:
        candidate.hasTail = true
        end = scalar.end
      case .other where isNoteMark(scalar.value):
        candidate.hasTail = true
        end = scalar.end
      case .space:
        guard let behind = behindSpace(text, scalar, &candidate) else { return candidate.end = end }
        end = behind
      default:
        return candidate.end = end
      }
    }
  }

  /// What belongs to the sentence behind a single space: an emoji, or a mark that closes all the same.
  private static func behindSpace(_ text: Span<UInt8>, _ space: ScannedScalar, _ candidate: inout Candidate) -> Int? {
    let scalar = text.scalar(at: space.end)
    switch scalar.kind {
    case .pictograph:
      candidate.hasTail = true
      return scalar.end
    case .quote:
      guard !candidate.closesQuote, Quotation.closesBehindSpace(scalar, followedBy: text.scalar(at: scalar.end)) else {
        return nil
      }
      candidate.quote = scalar.start
      return scalar.end
    default:
      return nil
    }
  }

  /// Superior figures, daggers and the like.
  private static func isNoteMark(_ value: UInt32) -> Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2020, 0x2021, 0x20E3, 0x2640, 0x2642: true
    default: false
    }
  }

  /// The end of a note number in brackets, given what stands behind the bracket.
  private static func footnote(_ text: Span<UInt8>, at offset: Int) -> Int? {
    var index = offset
    for _ in 0..<4 {
      let scalar = text.scalar(at: index)
      if scalar.value == 0x5D { return index > offset ? scalar.end : nil }
      guard scalar.kind == .digit else { return nil }
      index = scalar.end
    }
    return nil
  }

  private static func readAfter(_ text: Span<UInt8>, _ candidate: inout Candidate) {
    var after = text.scalar(at: candidate.end)
    while after.kind == .space || after.kind == .format { after = text.scalar(at: after.end) }
    candidate.next = after.exists ? after.start : text.count
    candidate.after = after
    var start = after
    var budget = 6
    while budget > 0,
      start.kind == .opening || start.kind == .quote || start.kind == .dash || start.kind == .space
        || start.kind == .format
    {
      start = text.scalar(at: start.end)
      budget -= 1
    }
    candidate.start = start
  }
}
