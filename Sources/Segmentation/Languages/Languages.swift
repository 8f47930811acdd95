/// The profiles that a segmenter cuts with: that of its language, and for words in other scripts the usual one of the script.
///
/// So "Apple Inc." is known in an Arabic article, and text without a language is cut by script.
struct Languages: Sendable {
  /// The profile of the text's language; of no language when that is unknown.
  let own: LanguageProfile
  private let ownScript: Script

  init(tag: String?, abbreviations: [String] = []) {
    let primary = (tag ?? "").prefix { $0 != "-" && $0 != "_" }.lowercased()
    let name = Self.kin[primary] ?? primary
    let found = LanguageProfile.named(name)
    if abbreviations.isEmpty {
      own = found ?? .unknown
    } else {
      own = LanguageProfile(tag: name, data: LanguageData.named(name) ?? "", extra: abbreviations)
    }
    ownScript = Self.scripts[name] ?? (found == nil ? .common : .latin)
  }

  /// The profile for a word of a script.
  @inline(__always)
  func profile(for script: Script) -> LanguageProfile {
    if script == ownScript { return own }
    return switch script {
    case .latin: .en
    case .arabic: .ar
    case .cyrillic: .ru
    case .greek: .el
    case .hebrew: .he
    case .indic: .hi
    case .armenian: .hy
    case .hangul: .ko
    case .hiragana, .katakana: .ja
    case .han: ownScript.isUnspaced ? own : .zh
    case .thai: .th
    case .ethiopic: .am
    default: own
    }
  }

  /// What the data says of the word in a range; its script is that of its first scalar.
  func classes(of word: Range<Int>, in text: Span<UInt8>) -> WordClass {
    guard !word.isEmpty else { return [] }
    let script = text.scalar(at: word.lowerBound).script
    let found = profile(for: script).words.classes(of: word, in: text)
    // Foreign abbreviations are few and plain; those of English are met everywhere.
    return found.isEmpty && script == .latin && own !== LanguageProfile.en
      ? LanguageProfile.en.words.classes(of: word, in: text).intersection([.title, .general]) : found
  }

  /// Languages whose own script is not Latin.
  private static let scripts: [String: Script] = [
    "ar": .arabic, "fa": .arabic, "ur": .arabic, "he": .hebrew, "hi": .indic, "ru": .cyrillic, "uk": .cyrillic,
    "el": .greek,
    "hy": .armenian, "am": .ethiopic, "th": .thai, "ko": .hangul, "ja": .hiragana, "zh": .han,
  ]

  /// Languages and older tags that are cut as a kin is.
  private static let kin: [String: String] = [
    "iw": "he", "ps": "ur", "pnb": "ur", "sd": "ur", "ckb": "ar", "arz": "ar", "be": "ru", "bg": "ru", "kk": "ru",
    "ky": "ru", "mn": "ru", "tg": "fa",
    "prs": "fa", "mr": "hi", "ne": "hi", "bn": "hi", "gu": "hi", "pa": "hi", "ta": "hi", "te": "hi", "kn": "hi",
    "ml": "hi", "yi": "he", "az": "tr", "tk": "tr",
    "nb": "no", "nn": "no", "gl": "pt", "ca": "es", "ti": "am", "lo": "th", "yue": "zh", "wuu": "zh", "lb": "de",
    "gsw": "de", "af": "nl",
    "sr": "hr", "bs": "hr", "sk": "cs",
  ]
}

extension LanguageProfile {
  /// Knows no word: the rules by script remain.
  static let unknown = LanguageProfile(tag: "", data: "")
}
