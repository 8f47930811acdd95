/// A stop or line end as it is met in the text.
enum StopMark {
  case none
  /// A line end of so many bytes.
  case lineEnd(length: Int)
  /// A stop of one character.
  case stop(StopKind, start: Int, length: Int)

  /// Reads what begins at an offset that the scanner reported.
  static func read(_ text: Span<UInt8>, at offset: Int) -> StopMark {
    let byte = text.byte(offset)
    switch byte {
    case 0x2E: return .stop(.fullStop, start: offset, length: 1)
    case 0x21: return .stop(.exclamation, start: offset, length: 1)
    case 0x3F: return .stop(.question, start: offset, length: 1)
    case 0x0D: return .lineEnd(length: text.byte(offset + 1) == 0x0A ? 2 : 1)
    case 0x0A...0x0C: return .lineEnd(length: 1)
    case 0x20: return .stop(.space, start: offset, length: 1)
    case 0x3A, 0x3B, 0x7C: return borrowed(text, at: offset, byte)
    case 0x00..<0x80: return .none
    default: break
    }
    let scalar = text.scalar(at: offset)
    if scalar.kind == .lineEnd { return .lineEnd(length: scalar.length) }
    if scalar.kind == .stop { return .stop(kind(of: scalar.value), start: offset, length: scalar.length) }
    if scalar.script == .thai, text.byte(scalar.end) == 0x20 { return .stop(.space, start: scalar.end, length: 1) }
    return .none
  }

  /// ASCII marks that stand for a stop behind a letter of one script: Greek `;`, Armenian `:`, Devanagari `|`.
  private static func borrowed(_ text: Span<UInt8>, at offset: Int, _ byte: UInt8) -> StopMark {
    var before = text.scalar(before: offset)
    if before.value == 0x20, byte != 0x3B { before = text.scalar(before: before.start) }
    if before.kind == .quote || before.kind == .closing { before = text.scalar(before: before.start) }
    switch (byte, before.script) {
    case (0x3B, .greek): return .stop(.question, start: offset, length: 1)
    case (0x3A, .armenian): return .stop(.scriptStop, start: offset, length: 1)
    case (0x7C, .indic): return .stop(.scriptStop, start: offset, length: 1)
    default: return .none
    }
  }

  /// The kind of a stop beyond ASCII.
  static func kind(of value: UInt32) -> StopKind {
    switch value {
    case 0x2E, 0xFE52: .fullStop
    case 0x21, 0x203C, 0xFF01, 0xFE57, 0x7F9, 0x1944: .exclamation
    case 0x3F, 0x37E, 0x61F, 0x203D, 0x2047...0x2049, 0x2E2E, 0x1367, 0x1368, 0xFF1F, 0xFE56, 0x1945: .question
    case 0x2026: .ellipsis
    case 0x3002, 0xFF61, 0xFF0E: .ideographic
    default: .scriptStop
    }
  }
}
