/// Tells the language of a text by its script, its frequent words and the letters that few languages have.
///
/// Deterministic and coarse on purpose: a newspaper's languages, not dialects. Word lists: Data/newsroom/frequent-words.txt.
struct LanguageDetector: Sendable {
  /// How many bytes of a text are looked at.
  static let window = 4_000

  /// What a text told.
  struct Finding: Sendable, Equatable {
    var tag: String
    /// How many words and letters spoke for the language; 0 where the script alone did.
    var evidence: Int
  }

  static let shared = LanguageDetector()

  private let languages: [String]
  private let scripts: [ScriptSet]
  private let words: WordOwners
  private let letters: LetterOwners

  private init() {
    var languages: [String] = []
    var words: [[UInt8]: [Int]] = [:]
    for (language, word) in PhraseTable.lines(NewsroomTables.frequentWords) {
      if languages.last != language { languages.append(language) }
      words[LowerCase.lowered(Array(word.utf8)), default: []].append(languages.count - 1)
    }
    var letters: [UInt32: [Int]] = [:]
    for (language, own) in LanguageLetters.rows {
      guard let index = languages.firstIndex(of: language) else { continue }
      for scalar in own.unicodeScalars { letters[scalar.value, default: []].append(index) }
    }
    self.languages = languages
    self.words = WordOwners(words)
    self.letters = LetterOwners(letters)
    scripts = languages.map { LanguageScripts.scripts(of: $0) ?? [] }
  }

  /// The language of a range of a text; `nil` where it can't be told.
  func detect(_ bytes: [UInt8], _ range: Range<Int>) -> Finding? {
    let range = range.lowerBound..<Self.end(of: bytes, range)
    var count = ScriptCount()
    count.add(bytes, range)
    guard let script = count.dominant else { return nil }
    switch script {
    case .han, .kana, .hangul: return Finding(tag: eastAsian(count), evidence: 0)
    case .latin, .arabic, .cyrillic, .hebrew, .devanagari: return vote(bytes, range, script)
    default: return LanguageLetters.only[script].map { Finding(tag: $0, evidence: 0) }
    }
  }

  private func eastAsian(_ count: ScriptCount) -> String {
    if count[.hangul] * 2 > count[.han] + count[.kana] { return "ko" }
    return count[.kana] * 20 > count[.han] + count[.kana] ? "ja" : "zh"
  }

  private func vote(_ bytes: [UInt8], _ range: Range<Int>, _ script: Script) -> Finding? {
    // Twelve to a word or letter, shared by the languages that have it.
    var scores = [Int](repeating: 0, count: languages.count)
    let table = ScalarTraits.table
    var word = WordOwners.Key()
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      letters.add(value, to: &scores)
      let isWord =
        Script.of(value) != .common || value == 0x200C
        || (value < 0x1000 ? table[Int(value)].contains(.joinsBack) : ScalarClass.joinsBack(value))
      if isWord {
        word.append(LowerCase.lowered(value), width: width)
      } else {
        words.add(&word, to: &scores)
      }
    }
    words.add(&word, to: &scores)
    var best: Int?
    var second = 0
    for candidate in languages.indices where scripts[candidate].contains(script) && scores[candidate] > 0 {
      if let known = best, scores[candidate] <= scores[known] {
        second = max(second, scores[candidate])
      } else {
        second = best.map { scores[$0] } ?? 0
        best = candidate
      }
    }
    if let best, scores[best] >= 12, scores[best] * 20 > second * 21 {
      return Finding(tag: languages[best], evidence: scores[best] / 12)
    }
    return LanguageLetters.usual[script].map { Finding(tag: $0, evidence: 0) }
  }

  /// The end of the part that is looked at, on a scalar's boundary.
  private static func end(of bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count > window else { return range.upperBound }
    var end = range.lowerBound + window
    while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
