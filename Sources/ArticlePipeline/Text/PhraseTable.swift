/// A word list made ready for comparison with folded text.
struct PhraseTable: Sendable {
  /// A phrase of the list, folded.
  private struct Phrase: Sendable {
    /// Where its bytes stand in `bytes`.
    var start: Int
    var count: Int
    /// The primary language subtag the list gives, packed; `*` for any.
    var language: UInt32
    /// Whether a letter right behind the phrase means that it isn't the phrase: true of scripts with spaces.
    var needsBoundary: Bool
  }

  /// How the phrases begin.
  private(set) var openings = Edges()
  /// How they end.
  private(set) var closings = Edges()
  private var bytes: [UInt8] = []
  /// The phrases, those of the same first two bytes together, the longest of them first.
  private var phrases: [Phrase] = []
  /// The phrases of each two bytes.
  private var buckets: [UInt16: Range<Int>] = [:]

  /// Makes a table from generated lines: language, a tab, the phrase.
  init(_ list: StaticString) {
    var found: [(key: UInt16, bytes: [UInt8], language: UInt32, needsBoundary: Bool)] = []
    for (language, phrase) in Self.lines(list) {
      let bytes = TextFold.fold(phrase)
      guard bytes.count >= 2, let last = phrase.unicodeScalars.last else { continue }
      let needsBoundary = !Script.of(last.value).isWrittenWithoutSpaces
      found.append((Self.key(bytes), bytes, Self.packed(language), needsBoundary))
      openings.insert(bytes)
      closings.insert(bytes.reversed())
    }
    found.sort { $0.key == $1.key ? $0.bytes.count > $1.bytes.count : $0.key < $1.key }
    for (index, phrase) in found.enumerated() {
      phrases.append(
        Phrase(
          start: bytes.count, count: phrase.bytes.count, language: phrase.language,
          needsBoundary: phrase.needsBoundary))
      bytes += phrase.bytes
      buckets[phrase.key] = (buckets[phrase.key]?.lowerBound ?? index)..<index + 1
    }
  }

  /// The language and phrase of each line of a list.
  static func lines(_ list: StaticString) -> [(language: String, phrase: String)] {
    let text = list.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  /// The length of the longest phrase that folded text begins with, from an index; `nil` where none does.
  ///
  /// With a language, phrases of other languages don't count: «By» opens a byline in English and nothing in German.
  func prefix(of text: [UInt8], from start: Int = 0, language: String? = nil) -> Int? {
    guard text.count - start >= 2, openings.contains(Edge(text[start..<min(start + 4, text.count)])),
      let bucket = buckets[Self.key(text, start)]
    else { return nil }
    let wanted = language.map(Self.packed)
    for index in bucket where matches(phrases[index], text, start) {
      let phrase = phrases[index]
      if let wanted, phrase.language != Self.anyLanguage, phrase.language != wanted { continue }
      let end = start + phrase.count
      if phrase.needsBoundary, end < text.count, Self.isWordByte(text[end]), Self.isWordByte(text[end - 1]) { continue }
      return phrase.count
    }
    return nil
  }

  /// Whether folded text may begin with a phrase, by its first bytes.
  func mayOpen(_ text: ArraySlice<UInt8>) -> Bool { openings.contains(Edge(text.prefix(4))) }

  /// Whether folded text is a phrase of the list.
  func contains(_ text: ArraySlice<UInt8>) -> Bool {
    guard mayOpen(text),
      let bucket = buckets[UInt16(text[text.startIndex]) << 8 | UInt16(text[text.startIndex + 1])]
    else { return false }
    return bucket.contains { index in
      let phrase = phrases[index]
      return phrase.count == text.count && bytes[phrase.start..<phrase.start + phrase.count].elementsEqual(text)
    }
  }

  func contains(_ text: [UInt8]) -> Bool { contains(text[...]) }

  /// Whether a folded byte is part of a word: letters and digits of ASCII, and all of the scripts beyond.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF: true
    default: false
    }
  }

  private static func key(_ bytes: [UInt8], _ start: Int = 0) -> UInt16 {
    UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
  }

  private func matches(_ phrase: Phrase, _ text: [UInt8], _ start: Int) -> Bool {
    guard text.count - start >= phrase.count else { return false }
    for offset in 0..<phrase.count where text[start + offset] != bytes[phrase.start + offset] { return false }
    return true
  }

  private static let anyLanguage = UInt32(UInt8(ascii: "*"))

  /// A primary subtag in one number; longer ones than there are in the lists are told by their first letters and are none of those.
  private static func packed(_ language: String) -> UInt32 {
    language.utf8.count > 4 ? 0 : language.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
