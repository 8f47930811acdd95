/// A word list made ready for comparison with folded text.
struct PhraseTable: Sendable {
  /// A phrase of the list, folded.
  struct Phrase: Sendable {
    let bytes: [UInt8]
    /// The primary language subtag the list gives, `*` for any.
    let language: String
    /// Whether a letter right behind the phrase means that it isn't the phrase: true of scripts with spaces.
    let needsBoundary: Bool
  }

  /// The phrases by their first two bytes, longest first.
  private var buckets: [UInt16: [Phrase]] = [:]

  /// Makes a table from generated lines: language, a tab, the phrase.
  init(_ list: StaticString) {
    for (language, phrase) in Self.lines(list) {
      let bytes = TextFold.fold(phrase)
      guard bytes.count >= 2, let last = phrase.unicodeScalars.last else { continue }
      let needsBoundary = !Script.of(last.value).isWrittenWithoutSpaces
      buckets[Self.key(bytes), default: []].append(
        Phrase(bytes: bytes, language: language, needsBoundary: needsBoundary))
    }
    for key in buckets.keys { buckets[key]?.sort { $0.bytes.count > $1.bytes.count } }
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
    guard text.count - start >= 2, let bucket = buckets[Self.key(text, start)] else { return nil }
    for phrase in bucket where Self.matches(phrase, text, start) {
      if let language, phrase.language != "*", phrase.language != language { continue }
      let end = start + phrase.bytes.count
      if phrase.needsBoundary, end < text.count, Self.isWordByte(text[end]), Self.isWordByte(text[end - 1]) { continue }
      return phrase.bytes.count
    }
    return nil
  }

  /// Whether folded text is a phrase of the list.
  func contains(_ text: [UInt8]) -> Bool {
    guard text.count >= 2, let bucket = buckets[Self.key(text)] else { return false }
    return bucket.contains { $0.bytes == text }
  }

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

  private static func matches(_ phrase: Phrase, _ text: [UInt8], _ start: Int) -> Bool {
    guard text.count - start >= phrase.bytes.count else { return false }
    for offset in 0..<phrase.bytes.count where text[start + offset] != phrase.bytes[offset] { return false }
    return true
  }
}
