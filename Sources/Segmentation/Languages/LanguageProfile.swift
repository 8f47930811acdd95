/// What the segmenter knows of a language: a table of words and a few traits.
///
/// Immutable, made once a process.
final class LanguageProfile: Sendable {
  let tag: String
  let words: WordTable
  /// Words that are looked for as the beginning of a text without word spaces.
  let openers: [[UInt8]]
  /// Words that are looked for as the end of a text without word spaces.
  let finals: [[UInt8]]
  /// Words that introduce speech, for scripts without word spaces.
  let conjunctions: [[UInt8]]
  /// Verbs of saying, for scripts without word spaces.
  let speech: [[UInt8]]
  /// Whether the verb stands last, so that an attribution is known by its last word.
  let isVerbFinal: Bool
  /// Whether any name that ends in a mark is listed.
  let hasNames: Bool
  /// Whether any name of a letter is listed.
  let hasLetters: Bool
  /// Whether any particle is listed that hangs on quotations.
  let hasParticles: Bool
  /// Whether a number with a full stop can be an ordinal, as in German.
  let hasOrdinalStop: Bool
  /// Whether such an ordinal may have any capital behind it, as in Turkish.
  let hasFreeOrdinal: Bool
  /// Whether a full stop is no sentence end at all: Armenian.
  let fullStopIsClause: Bool

  /// Reads a generated table: a category letter and a word a line.
  ///
  /// - Parameter extra: Abbreviations beside those of the table, without their stop.
  init(tag: String, data: StaticString, extra: [String] = []) {
    var words = WordTable()
    var openers: [[UInt8]] = []
    var finals: [[UInt8]] = []
    var speech: [[UInt8]] = []
    var conjunctions: [[UInt8]] = []
    var traits: Set<String> = []
    var seen: WordClass = []
    let text = data.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for line in text.split(separator: "\n") {
      guard let letter = line.utf8.first else { continue }
      let kind = WordClass(letter: letter)
      let word = line.dropFirst()
      seen.formUnion(kind)
      switch kind {
      case .trait:
        traits.insert(String(word))
        continue
      case .opener: openers.append([UInt8](word.utf8))
      case .final: finals.append([UInt8](word.utf8))
      case .particle: conjunctions.append([UInt8](word.utf8))
      case .speech: speech.append([UInt8](word.utf8))
      default: break
      }
      Self.add(word, kind, to: &words)
    }
    for word in extra {
      let bare = word.hasSuffix(".") ? word.dropLast() : Substring(word)
      Self.add(bare, .title, to: &words)
    }
    self.tag = tag
    self.words = words
    self.openers = openers
    self.finals = finals
    self.speech = speech
    self.conjunctions = conjunctions
    hasNames = seen.contains(.name)
    hasLetters = seen.contains(.letter)
    hasParticles = seen.contains(.particle) || seen.contains(.quotative)
    isVerbFinal = traits.contains("verb-final")
    hasFreeOrdinal = traits.contains("free-ordinal")
    hasOrdinalStop = traits.contains("ordinal-stop") || hasFreeOrdinal
    fullStopIsClause = traits.contains("full-stop-is-clause")
  }

  /// Adds a word as it is and, where it begins in lower case and is no initial, with a capital.
  private static func add(_ word: Substring, _ kind: WordClass, to words: inout WordTable) {
    words.add([UInt8](word.utf8), kind)
    guard let first = word.unicodeScalars.first, first.properties.isLowercase, word.unicodeScalars.count > 1,
      !word.contains(".")
    else { return }
    let capital = first.properties.titlecaseMapping + String(String.UnicodeScalarView(word.unicodeScalars.dropFirst()))
    words.add([UInt8](capital.utf8), kind)
  }
}
