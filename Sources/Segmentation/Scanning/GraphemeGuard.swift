/// Tells whether an offset lies between two grapheme clusters, as Swift's `Character` has them.
///
/// Most pairs of neighbours are told by their classes; only a pair that could be one cluster is shown to the standard library, in a small window
/// that begins where a cluster surely begins. Where none is near, the answer is no.
enum GraphemeGuard {
  /// How far back a sure beginning is looked for, in bytes.
  private static let reach = 128

  /// Whether a cut at an offset falls between two characters.
  static func isBoundary(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return true }
    let left = text.byte(offset - 1)
    let right = text.byte(offset)
    if left < 0x80, right < 0x80 { return !(left == 0x0D && right == 0x0A) }
    let before = text.scalar(before: offset)
    let after = text.scalar(at: offset)
    if isPlain(after), !isPrepend(before) { return true }
    if isPlain(before), !isExtender(after) { return true }
    return asked(text, at: offset)
  }

  /// Whether a scalar never joins what stands before it and, but for `Prepend`, what stands behind it.
  private static func isPlain(_ scalar: ScannedScalar) -> Bool {
    switch scalar.kind {
    case .upper, .lower, .digit, .space, .lineEnd, .control, .stop, .clause, .dash, .opening, .closing, .quote: true
    case .caseless:
      switch scalar.script {
      case .han, .arabic, .hebrew, .ethiopic, .latin: true
      case .hiragana, .katakana: scalar.value < 0xFF66
      default: false
      }
    case .mark, .format, .pictograph, .other: false
    }
  }

  /// Whether a scalar can join what stands before it whatever that is: marks, joiners, and the letters that behave as marks.
  private static func isExtender(_ scalar: ScannedScalar) -> Bool {
    switch scalar.kind {
    case .mark, .format: true
    case .caseless: scalar.value == 0x0E33 || scalar.value == 0x0EB3 || scalar.value == 0xFF9E || scalar.value == 0xFF9F
    default: false
    }
  }

  /// `Grapheme_Cluster_Break=Prepend`, generously: format characters and the odd letters and marks of some scripts.
  private static func isPrepend(_ scalar: ScannedScalar) -> Bool {
    switch scalar.kind {
    case .format: true
    case .caseless, .mark, .other: scalar.script != .han && scalar.value >= 0x0600 && !isPlain(scalar)
    default: false
    }
  }

  private static func asked(_ text: Span<UInt8>, at offset: Int) -> Bool {
    var start = offset
    while true {
      let scalar = text.scalar(before: start)
      guard scalar.exists else { break }
      guard offset - scalar.start <= reach else { return false }
      start = scalar.start
      if isPlain(scalar) { break }
    }
    let end = min(text.count, offset + 4)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    for index in start..<end { bytes.append(text[index]) }
    var position = start
    for character in String(decoding: bytes, as: UTF8.self) {
      position += character.utf8.count
      if position >= offset { return position == offset }
    }
    return false
  }
}
