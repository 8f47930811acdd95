import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct LanguageTagTests {
  static func read(_ text: String) -> DeclaredLanguage { LanguageTag.read(Array(text.utf8)) }

  /// Declared, canonical.
  static let tags: [(String, String)] = [
    // As they are.
    ("ar", "ar"), ("en-US", "en-US"), ("zh", "zh"), ("ckb", "ckb"), ("zh-Hant-TW", "zh-Hant-TW"), ("es-419", "es-419"),
    ("sr-Latn", "sr-Latn"), ("de-1996", "de-1996"), ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"), ("haw", "haw"),
    ("de-CH-x-phonebk", "de-CH-x-phonebk"), ("ar-u-nu-arab", "ar-u-nu-arab"), ("qaa", "qaa"), ("sh", "sh"),
    ("tl", "tl"),
    ("az-Arab-x-aze-derbend", "az-Arab-x-aze-derbend"), ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"), ("kr", "kr"),
    // What feeds send (case, underscores, a variant that nobody registered, codes of three letters, old codes).
    ("en_US", "en-US"), ("De", "de"), ("ES", "es"), ("de-de", "de-DE"), ("de-DE-formal", "de-DE-formal"), ("eng", "en"),
    ("amh", "am"), ("ji", "yi"), ("iw", "he"), ("iw-IL", "he-IL"), ("ZH_HANT_tw", "zh-Hant-TW"),
    ("SR-latn-rs", "sr-Latn-RS"),
    ("EN-us-U-HC-H12", "en-US-u-hc-h12"), (" ar ", "ar"), ("\tfa-IR\r\n", "fa-IR"), ("en-UK", "en-GB"),
    // Deprecated, and what stands for it.
    ("in", "id"), ("in_ID", "id-ID"), ("mo", "ro"), ("jw", "jv"), ("my-BU", "my-MM"), ("de-DD", "de-DE"),
    ("fr-FX", "fr-FR"),
    ("pt-TP", "pt-TL"), ("ar-YD", "ar-YE"), ("fr-ZR", "fr-CD"), ("ru-SU", "ru-SU"), ("bh", "bih"), ("ajp", "apc"),
    ("ja-Latn-hepburn-heploc", "ja-Latn-hepburn-alalc97"),
    // ISO 639-2 and 639-3 where two letters do.
    ("ara", "ar"), ("fre", "fr"), ("fra", "fr"), ("ger", "de"), ("deu", "de"), ("chi", "zh"), ("zho", "zh"),
    ("per", "fa"),
    ("fas-IR", "fa-IR"), ("slv", "sl"), ("nob", "nb"), ("ENG-gb", "en-GB"), ("heb", "he"), ("yid", "yi"), ("kat", "ka"),
    // A macrolanguage's main language goes by the code that everyone knows.
    ("arb", "ar"), ("cmn", "zh"), ("cmn-Hans-CN", "zh-Hans-CN"), ("pes", "fa"), ("zsm", "ms"), ("swh", "sw"),
    ("yue", "yue"),
    ("arz", "arz"), ("prs", "prs"), ("kmr", "kmr"),
    // Extended languages are languages.
    ("zh-yue", "yue"), ("zh-cmn-Hans", "zh-Hans"), ("zh-yue-Hant-HK", "yue-Hant-HK"), ("ar-arz-EG", "arz-EG"),
    ("zho-wuu", "wuu"),
    ("ar-arb", "ar"), ("sgn-ase", "ase"), ("ms-zsm", "ms"),
    // Tags of the old form.
    ("i-klingon", "tlh"), ("I-LUX", "lb"), ("no-bok", "nb"), ("no-nyn", "nn"), ("zh-min-nan", "nan"),
    ("zh-min", "zh-min"),
    ("en-GB-oed", "en-GB-oxendict"), ("art-lojban", "jbo"), ("zh-guoyu", "zh"), ("zh-xiang", "hsn"),
    ("sgn-BE-FR", "sfb"),
    ("cel-gaulish", "cel-gaulish"), ("zh-CHS", "zh-Hans"), ("zh-cht", "zh-Hant"),
    // Extensions in the order of their singletons, private use last; a script stays though the language needs none.
    ("en-u-hc-h12-a-bbb", "en-a-bbb-u-hc-h12"), ("en-a-BBB-x-A", "en-a-bbb-x-a"), ("ar-Arab", "ar-Arab"),
    ("en-Latn-US", "en-Latn-US"),
    // POSIX locales.
    ("en_US.UTF-8", "en-US"), ("ar_EG.iso88596", "ar-EG"), ("sr_RS@latin", "sr-Latn-RS"),
    ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
    ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("sd_IN@devanagari", "sd-Deva-IN"), ("de_DE@euro", "de-DE"),
    // A list that says one thing.
    ("ar, ar", "ar"), ("en-US,en_us", "en-US"), ("ara , ar", "ar"), ("ar,", "ar"), (", ar", "ar"),
  ]

  @Test(arguments: tags) func canonical(_ text: String, _ tag: String) {
    #expect(Self.read(text) == .tag(tag))
    #expect(Self.read(tag) == .tag(tag), "canonical is canonical")
    #expect(LanguageTag.canonical(text) == tag)
  }

  @Test(arguments: [
    "", " ", "\t\n", "und", "UND", "mul", "zxx", "mis", "und-Latn", "mul-DE", "x-klingon", "X-a-b", "i-default",
    "i-mingo",
    "i-enochian", "ar, en", "en-US,en-GB", "ar,und", "ar, x-a", "ar,,en", ",", ", ,",
  ])
  func namesNoOneLanguage(_ text: String) {
    #expect(Self.read(text) == .undetermined)
    #expect(LanguageTag.canonical(text) == nil)
  }

  @Test(arguments: [
    "Hebrew", "English", "arabic", "xx-", "xx", "qq", "a", "x", "x-", "1234", "12", "العربية", "en--US", "-en", "en-",
    "ar-ÄÖ", "en US",
    "en/US", "en;q=0.5", "*", "c", "C", "POSIX", "C.UTF-8", "en.", "sr@Latn", "sr_RS@", "en_US@posix", "en-usa",
    "pt-BRA",
    "en-yue", "zh-yue-cmn", "zh-yue-nan-wuu", "en-x", "en-a", "en-a-b", "en-a-bbb-a-ccc", "de-1996-1996",
    "sl-rozaj-ROZAJ",
    "ja-heploc-alalc97", "en-US-GB", "en-US-Latn", "en-abcdefghi", "abcdefgh", "abcd", "i-nosuch",
    "ar, Hebrew", "en-1", "en-u", "en-12", "\u{FEFF}ar", "ar\u{0}", "null", "n/a",
  ])
  func isNoTag(_ text: String) {
    #expect(Self.read(text) == .invalid)
  }

  /// 64 bytes are the most of a tag, 512 of a list.
  @Test func lengths() {
    let most = "en-x" + String(repeating: "-abcdefgh", count: 6) + "-abcde"
    #expect(most.utf8.count == 64 && Self.read(most) == .tag(most))
    #expect(Self.read(most + "f") == .invalid)
    #expect(Self.read("  \(most)  ") == .tag(most))
    #expect(Self.read(String(repeating: "a", count: 300)) == .invalid)
    #expect(Self.read(Array(repeating: "ar", count: 128).joined(separator: ", ")) == .tag("ar"))
    #expect(Self.read(Array(repeating: "ar", count: 128).joined(separator: ", ") + "   ") == .invalid)
    #expect(LanguageTag.read([UInt8](repeating: 0x2C, count: 10_000_000)) == .invalid)
  }

  @Test(arguments: [
    (DeclaredLanguage.tag("ar"), DeclaredLanguage.tag("en"), DeclaredLanguage.tag("ar")),
    (.undetermined, .tag("en"), .tag("en")),
    (.invalid, .tag("en"), .tag("en")), (.tag("ar"), .invalid, .tag("ar")), (.invalid, .undetermined, .invalid),
    (.undetermined, .invalid, .invalid), (.undetermined, .undetermined, .undetermined),
  ])
  func precedence(_ first: DeclaredLanguage, _ second: DeclaredLanguage, _ wanted: DeclaredLanguage) {
    #expect(first.or(second) == wanted)
  }

  /// Every pair and triple of letters: what is read is canonical, and its canonical form is itself.
  @Test func everyShortCode() {
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    var counts = (two: 0, three: 0)
    for a in letters {
      for b in letters {
        if let tag = LanguageTag.read([a, b]).tag {
          counts.two += 1
          if LanguageTag.canonical(tag) != tag { Issue.record("\(tag)") }
        }
        for c in letters {
          guard let tag = LanguageTag.read([a, b, c]).tag else { continue }
          counts.three += 1
          if LanguageTag.canonical(tag) != tag { Issue.record("\(tag)") }
        }
      }
    }
    // IANA's registry of 2026-09-17: 190 and 8,085, with 520 for private use in place of one row, less four that name none, and
    // three-letter codes of ISO 639-2 that it leaves out because there are shorter ones.
    #expect(counts.two == 190)
    #expect(counts.three > 8_600 && counts.three < 8_900)
  }

  /// Random tags out of plausible and hostile parts: what is read is well-formed and canonical; nothing traps.
  @Test(arguments: 0..<8) func random(part: Int) {
    let seed = UInt64(5_646_000 + part)
    var random = SeededRandom(seed: seed)
    let parts = [
      "ar", "EN", "zh", "sgn", "i", "x", "yue", "cmn", "Latn", "hant", "us", "BU", "419", "1996", "rozaj", "heploc",
      "a", "u", "nu", "-", "_",
      "--", ",", " ", ".", "@", "@latin", ".UTF-8", "oed", "gb", "é", "\u{0}", "abcdefgh", "abcdefghi", "1", "zzz",
      "und",
    ]
    for round in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...7, using: &random) {
        text += parts[Int.random(in: 0..<parts.count, using: &random)]
        if Bool.random(using: &random) { text += "-" }
      }
      guard let tag = Self.read(text).tag else { continue }
      let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
      let isFormed = subtags.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 < 0x80 } }
      if !isFormed || (subtags.first?.utf8.count ?? 0) < 2 || tag.utf8.count > 70 {
        Issue.record("seed \(seed) round \(round): \(tag) of \(text.debugDescription)")
      }
      if LanguageTag.canonical(tag) != tag {
        Issue.record("seed \(seed) round \(round): \(tag) isn't canonical, from \(text.debugDescription)")
      }
    }
  }

  /// What a record becomes whose language is no tag: told by the text, and every unit says so.
  @Test(arguments: [
    ("{\"uri\":\"u\",\"language\":\"Hebrew\",\"headline\":\"הספרייה תיפתח\",\"body\":\"אמר. ואמר שוב.\"}", "", 3, true),
    ("{\"uri\":\"u\",\"language\":\"he\",\"body\":\"אמר.\"}", "", 1, false),
    ("{\"uri\":\"u\",\"language\":\"\",\"body\":\"אמר.\"}", "", 1, false),
    ("{\"uri\":\"u\",\"language\":\"mul\",\"body\":\"אמר.\"}", "", 1, false),
    ("{\"uri\":\"u\",\"body\":\"אמר.\"}", "English", 1, true),
    ("{\"uri\":\"u\",\"language\":\"und\",\"body\":\"אמר.\"}", "English", 1, true),
    ("{\"uri\":\"u\",\"language\":\"Hebrew\",\"body\":\"אמר.\"}", "he", 1, false),
    ("{\"uri\":\"u\",\"language\":\"he\",\"body\":\"אמר.\"}", "English", 1, false),
  ])
  func flag(_ value: String, _ header: String, _ count: Int, _ isFlagged: Bool) throws {
    let headers = [("content-type", "application/json")] + (header.isEmpty ? [] : [("content-language", header)])
    var arena = RecordArena()
    #expect(
      ArticleProcessor().process(input(value, headers: headers), into: &arena)
        == .article(status: .usable, units: count))
    for record in arena.records.prefix(count) {
      let unit = try UnitRecord(decoding: Array(arena.bytes[try #require(record.value)]))
      #expect(unit.flags.contains("languageInvalid") == isFlagged)
      #expect(unit.language.tag == "he" && unit.language.direction == .rightToLeft)
      #expect((unit.language.source == .detected) == (unit.article.language == nil))
    }
  }

  @Test func flagOfPlainTextAndBesideOthers() throws {
    var arena = RecordArena()
    let headers = [("content-type", "text/plain"), ("content-language", "x_")]
    _ = ArticleProcessor().process(
      input("عنوان\nقال الوزير أمس إن العمل بدأ في المدينة كلها، وأضاف أنه سيستمر", headers: headers), into: &arena)
    let unit = try UnitRecord(decoding: Array(arena.bytes[try #require(arena.records[1].value)]))
    #expect(unit.flags == ["noTerminal", "languageInvalid"] && unit.language.tag == "ar")
  }

  /// A translation's declaration is its own.
  @Test func flagOfATranslation() throws {
    let value =
      "{\"uri\":\"u\",\"language\":\"ar\",\"body\":\"قال.\",\"translations\":[{\"language\":\"English\",\"body\":\"He said so.\"},{\"language\":\"fr\",\"body\":\"Il a dit.\"}]}"
    var arena = RecordArena()
    #expect(ArticleProcessor().process(input(value), into: &arena) == .article(status: .usable, units: 3))
    let flags = try arena.records.prefix(3).map {
      try UnitRecord(decoding: Array(arena.bytes[try #require($0.value)])).flags
    }
    #expect(flags == [[], ["languageInvalid"], []])
  }

  /// A member of a wrong type is no language that can't be read, but a message that can't.
  @Test(arguments: ["1", "[]", "{}", "true", "[\"ar\"]"]) func wrongType(_ value: String) {
    let found = decode(input("{\"uri\":\"u\",\"language\":\(value),\"body\":\"x\"}"))
    #expect(found == .failure(UnusableRecord(.invalidField, "a string is due at byte 22 in /language")))
  }

  /// `kr` is Kanuri; text in Hangul under it is Korean for sure.
  @Test func kanuriInHangul() {
    let found = LanguageTests.resolve("kr", "도서관장은 건물이 여름이 지나면 다시 문을 열 것이라고 말했다.")
    #expect(found.map(\.tag) == ["ko"] && found.map(\.source) == [.detected])
    #expect(LanguageTests.resolve("kr", "Shehu dǝ kazǝ.").map(\.tag) == ["kr"])
  }
}
