/// A place where a sentence could end: a run of stops with the marks that close after it, and what stands on both sides.
struct Candidate {
  /// What the run of stops amounts to.
  var kind: StopKind
  /// The first stop.
  var stopStart: Int
  /// Behind the first run of stops.
  var stopEnd: Int
  /// Where the sentence would end: behind closing marks, footnote marks and emoji.
  var end: Int
  /// The first visible character behind it.
  var next: Int
  /// Where the line begins.
  var lineStart: Int
  /// What stands before the first stop.
  var before: ScannedScalar
  /// What stands at `next`.
  var after: ScannedScalar
  /// The first character behind `next` that is no opening mark, quotation mark or dash.
  var start: ScannedScalar
  /// White space before the first stop.
  var spaceBefore = false
  /// The first quotation mark that closes behind the stop, or -1.
  var quote = -1
  /// The first bracket that closes behind the stop, or -1.
  var bracket = -1
  /// A stop stands behind the closing marks too.
  var stopBehindClosing = false
  /// Emoji or a footnote mark stand behind the stop.
  var hasTail = false
  /// The word that ends at the first stop, where that is a full stop; its letters.
  var word: (range: Range<Int>, letters: Int) = (0..<0, 0)
  /// The stop is U+06D4, which Urdu also writes behind initials.
  var isUrduStop = false

  var closesQuote: Bool { quote >= 0 }
  var closesBracket: Bool { bracket >= 0 }
  /// Nothing stands between the stop and the next character.
  var isGlued: Bool { next == end && end == stopEnd }
  /// The next thing opens a quotation.
  var opensQuote: Bool { after.kind == .quote && start.start > after.start }
}
