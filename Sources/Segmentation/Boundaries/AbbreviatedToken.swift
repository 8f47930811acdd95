/// The word before a full stop, as an abbreviation could be written: `Inc`, `e.g`, `z. B`.
struct AbbreviatedToken {
  /// The last piece, without stops: `B`.
  let last: Range<Int>
  /// With the pieces that hang on it by a stop or hyphen: `e.g`.
  let dotted: Range<Int>
  /// With a short piece and its stop before a space: `z. B`.
  let spaced: Range<Int>
  /// How many pieces `dotted` has.
  let pieces: Int
  /// Whether all of them hang together by stops.
  let isDotted: Bool
  /// The letters of the longest piece of `dotted`.
  let longestPiece: Int

  /// The widest of the three.
  var whole: Range<Int> { spaced }

  /// - Parameters:
  ///   - word: The last piece and how many letters it has.
  ///   - floor: Nothing before it is part of the token.
  init(_ text: Span<UInt8>, word: (range: Range<Int>, letters: Int), floor: Int) {
    let end = word.range.upperBound
    last = word.range
    var start = last.lowerBound
    var pieces = 1
    var stopsOnly = true
    var longest = word.letters
    while pieces < 6, start > floor {
      let joint = text.scalar(before: start)
      guard Self.isJoint(joint), joint.value != 0x2D || pieces < 3, joint.start > floor else { break }
      let piece = text.countedWord(endingAt: joint.start)
      guard !piece.range.isEmpty else { break }
      longest = max(longest, piece.letters)
      if joint.value == 0x2D { stopsOnly = false }
      start = piece.range.lowerBound
      pieces += 1
    }
    dotted = start..<end
    self.pieces = pieces
    isDotted = stopsOnly && pieces > 1
    longestPiece = longest
    var wide = start
    let space = text.scalar(before: start)
    if space.kind == .space, start < end {
      let joint = text.scalar(before: space.start)
      if joint.value == 0x2E || joint.value == 0x06D4 {
        let (piece, letters) = text.countedWord(endingAt: joint.start)
        if !piece.isEmpty, letters <= 4, piece.lowerBound >= floor { wide = piece.lowerBound }
      }
    }
    spaced = wide..<end
  }

  /// What the language data says of it, the widest form first; a proclitic of one letter may stand before it in Arabic and Hebrew.
  func classes(in text: Span<UInt8>, _ languages: Languages) -> WordClass {
    if spaced != dotted {
      let found = languages.classes(of: spaced, in: text)
      if !found.isEmpty { return found }
    }
    let found = languages.classes(of: dotted, in: text)
    if !found.isDisjoint(with: .abbreviation) { return found }
    let first = text.scalar(at: dotted.lowerBound)
    // One letter behind one letter is a word; only و is written with a title of one letter.
    if Self.isProclitic(first), first.end < dotted.upperBound,
      first.value == 0x0648 || text.scalar(at: first.end).end < dotted.upperBound
    {
      let bare = languages.classes(of: first.end..<dotted.upperBound, in: text)
      if !bare.isDisjoint(with: .abbreviation) { return bare }
    }
    // What an article is elided before: dall'art.
    if let elided = Self.afterApostrophe(last, in: text) { return languages.classes(of: elided, in: text) }
    guard last != dotted, text.byte(last.lowerBound - 1) == 0x2D else { return found }
    return languages.classes(of: last, in: text)
  }

  /// Whether a mark can hang two pieces together: a stop or a hyphen.
  static func isJoint(_ scalar: ScannedScalar) -> Bool {
    scalar.value == 0x2E || scalar.value == 0x06D4 || scalar.value == 0x2D
  }

  private static func afterApostrophe(_ word: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
    var end = word.upperBound
    while end > word.lowerBound {
      let byte = text.byte(end - 1)
      let isMark = byte == 0x27 || (byte == 0x99 && text.byte(end - 2) == 0x80 && text.byte(end - 3) == 0xE2)
      if isMark { return word.upperBound - end >= 2 ? end..<word.upperBound : nil }
      end -= 1
    }
    return nil
  }

  private static func isProclitic(_ scalar: ScannedScalar) -> Bool {
    switch scalar.value {
    case 0x0648, 0x0641, 0x0628, 0x0644, 0x0643: true  // و ف ب ل ك
    case 0x05D5, 0x05D1, 0x05D4, 0x05DC, 0x05DE, 0x05E9, 0x05DB: true  // ו ב ה ל מ ש כ
    default: false
    }
  }
}
