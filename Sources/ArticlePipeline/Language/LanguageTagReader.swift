/// Reads one language tag by the grammar of RFC 5646 §2.1 and brings it to its canonical form (§4.5).
///
/// Must be known to IANA's registry: the primary language, and an extended language, which then takes its place. Of script, region and
/// variants only the form is looked at, since an unknown one (`de-DE-formal`) takes nothing from what the others say. A script that the
/// language nearly always has stays as declared.
struct LanguageTagReader {
  private var subtags: [String]
  private var index = 0
  /// A script from a POSIX locale's modifier.
  private var modifier: String?

  private var language = ""
  private var script: String?
  private var region: String?
  private var variants: [String] = []
  /// Extensions in the order of their singletons, each with its subtags.
  private var extensions: [(singleton: String, text: String)] = []
  private var privateUse: String?

  /// Takes a tag apart; `nil` where a byte stands in it that no tag has.
  ///
  /// `_` counts as `-`, and of a POSIX locale (`en_US.UTF-8`, `sr_RS@latin`) the codeset is dropped and the modifier read as a script,
  /// or as nothing where it is a currency.
  init?(_ text: ArraySlice<UInt8>) {
    var text = text
    if let at = text.firstIndex(of: UInt8(ascii: "@")) {
      switch String(decoding: text[(at + 1)...], as: UTF8.self) {
      case "latin": modifier = "Latn"
      case "cyrillic": modifier = "Cyrl"
      case "devanagari": modifier = "Deva"
      case "euro": break
      default: return nil
      }
      text = text[..<at]
    }
    if let stop = text.firstIndex(of: UInt8(ascii: ".")) {
      let codeset = text[(stop + 1)...]
      guard !codeset.isEmpty, codeset.allSatisfy({ Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      text = text[..<stop]
    }
    subtags = []
    for part in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    {
      guard (1...8).contains(part.count), part.allSatisfy(Self.isAlphanumeric) else { return nil }
      subtags.append(String(decoding: part.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self))
    }
  }

  /// Reads the tag.
  mutating func read() -> DeclaredLanguage {
    if subtags.count > 1, let preferred = LanguageRegistry.preferredTag(subtags.joined(separator: "-")) {
      return preferred == "und" ? .undetermined : .tag(preferred)
    }
    if subtags.first == "x" { return subtags.count > 1 ? .undetermined : .invalid }
    guard readLanguage(), readScriptAndRegion(), readVariants(), readExtensions(), index == subtags.count else {
      return .invalid
    }
    // Language that isn't one, several at once, or none that is known.
    if ["und", "mul", "zxx", "mis"].contains(language) { return .undetermined }
    var parts = [language]
    if let script = script ?? modifier { parts.append(script) }
    if let region { parts.append(region) }
    parts += variants
    parts += extensions.map { "\($0.singleton)-\($0.text)" }
    if let privateUse { parts.append("x-\(privateUse)") }
    return .tag(parts.joined(separator: "-"))
  }

  private var next: String? { index < subtags.count ? subtags[index] : nil }

  private mutating func readLanguage() -> Bool {
    guard let primary = next, LanguageRegistry.isLanguage(primary) else { return false }
    language = LanguageRegistry.preferredLanguage(primary)
    index += 1
    if let extended = next, extended.utf8.count == 3, extended.utf8.allSatisfy(Self.isLetter) {
      guard LanguageRegistry.isExtendedLanguage(extended, after: language) else { return false }
      language = LanguageRegistry.preferredLanguage(extended)
      index += 1
    }
    return true
  }

  private mutating func readScriptAndRegion() -> Bool {
    if let subtag = next, subtag.utf8.count == 4, subtag.utf8.allSatisfy(Self.isLetter) {
      script = subtag.prefix(1).uppercased() + subtag.dropFirst()
      index += 1
    }
    if let subtag = next,
      subtag.utf8.count == 2 && subtag.utf8.allSatisfy(Self.isLetter)
        || subtag.utf8.count == 3 && !subtag.utf8.contains(where: Self.isLetter)
    {
      region = LanguageRegistry.preferredRegion(subtag.uppercased())
      index += 1
    }
    return true
  }

  private mutating func readVariants() -> Bool {
    while let subtag = next {
      let isVariant = subtag.utf8.count >= 5 || subtag.utf8.count == 4 && subtag.utf8.first.map(Self.isLetter) == false
      guard isVariant else { return true }
      let preferred = LanguageRegistry.preferredVariant(subtag)
      guard !variants.contains(preferred) else { return false }
      variants.append(preferred)
      index += 1
    }
    return true
  }

  private mutating func readExtensions() -> Bool {
    while let singleton = next, singleton.utf8.count == 1 {
      index += 1
      let first = index
      let shortest = singleton == "x" ? 1 : 2
      while let subtag = next, subtag.utf8.count >= shortest { index += 1 }
      guard index > first else { return false }
      let text = subtags[first..<index].joined(separator: "-")
      if singleton == "x" {
        privateUse = text
        return true
      }
      guard !extensions.contains(where: { $0.singleton == singleton }) else { return false }
      extensions.append((singleton, text))
    }
    extensions.sort { $0.singleton < $1.singleton }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
}
