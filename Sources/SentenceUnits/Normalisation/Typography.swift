/// The marks that a publisher's clean-up changes while the text stays the same: what is dropped and what is folded.
///
/// These lists are part of the contract of ids (`Normalisation.version`): a change moves ids. Chosen by one question: does this differ
/// between the typewriter's and the typesetter's copy of one sentence, or between two systems that store it? Hence:
/// - Hebrew geresh, gershayim and maqaf are folded, since copy has `'`, `"` and `-` for them as often;
/// - corner brackets are quotation marks (Unicode's Quotation_Mark), book-title brackets 《》 are not;
/// - primes are folded, since 5′10″ is typed 5'10"; the accents ` and ´ are folded, since they are typed for apostrophes;
/// - left alone: wave dashes and tildes (a range or a sound, not a dash), ー (a letter), bullets, middle dots, spaced dots (`. . .`),
///   variation selectors, letters that look like apostrophes in transliteration (ʾ ʿ ꞌ), full-width forms of anything else.
enum Typography {
  /// Dropped wherever they stand: they are not seen, or only stretch or part what is.
  static let dropped: [ClosedRange<UInt32>] = [
    0x00AD...0x00AD,  // soft hyphen
    0x034F...0x034F,  // combining grapheme joiner: orders marks, says nothing
    0x061C...0x061C,  // Arabic letter mark
    0x0640...0x0640,  // tatweel
    0x180E...0x180E,  // Mongolian vowel separator: to Mongolian what ZWNJ is to Persian
    0x200B...0x200F,  // ZWSP, ZWNJ, ZWJ, left-to-right and right-to-left mark
    0x202A...0x202E,  // bidi embeddings and overrides
    0x2060...0x2060,  // word joiner: what replaced U+FEFF inside text
    0x2066...0x2069,  // bidi isolates
    0xFEFF...0xFEFF,  // byte order mark
  ]

  /// Folded to `"`.
  static let quotationMarks: [ClosedRange<UInt32>] = [
    0x0022...0x0022, 0x00AB...0x00AB, 0x00BB...0x00BB,  // " « »
    0x05F4...0x05F4,  // ״ gershayim
    0x201C...0x201F, 0x2033...0x2033, 0x2036...0x2036,  // “ ” „ ‟ ″ ‶
    0x2E42...0x2E42,  // ⹂
    0x300C...0x300F, 0x301D...0x301F,  // 「 」 『 』 〝 〞 〟
    0xFE41...0xFE44, 0xFF02...0xFF02, 0xFF62...0xFF63,  // ﹁ ﹂ ﹃ ﹄ ＂ ｢ ｣
  ]

  /// Folded to `'`; two in a row are one quotation mark, as they were typed for one.
  static let apostrophes: [ClosedRange<UInt32>] = [
    0x0027...0x0027, 0x0060...0x0060, 0x00B4...0x00B4,  // ' ` ´
    0x02BB...0x02BD,  // ʻ ʼ ʽ, the letters for which ’ and ‘ are typed (Ukrainian, Breton, Hawaiian)
    0x055A...0x055A,  // ՚ Armenian apostrophe
    0x05F3...0x05F3,  // ׳ geresh
    0x1FEF...0x1FEF, 0x1FFD...0x1FFD,  // canonically ` and ´
    0x2018...0x201B, 0x2032...0x2032, 0x2035...0x2035,  // ‘ ’ ‚ ‛ ′ ‵
    0x2039...0x203A,  // ‹ ›
    0xFF07...0xFF07,  // ＇
  ]

  /// Folded to `-`, a run of them to one: `--` is typed for a dash, and Chinese has two for one.
  static let dashes: [ClosedRange<UInt32>] = [
    0x002D...0x002D,  // -
    0x058A...0x058A,  // ֊ Armenian hyphen
    0x05BE...0x05BE,  // ־ maqaf
    0x2010...0x2015, 0x2212...0x2212,  // ‐ ‑ ‒ – — ― −
    0x2E3A...0x2E3B,  // ⸺ ⸻
    0xFE31...0xFE32, 0xFE58...0xFE58, 0xFE63...0xFE63, 0xFF0D...0xFF0D,  // ︱ ︲ ﹘ ﹣ －
  ]

  /// Folded to `…`, as are two full stops or more in a row; a run of any of these is one ellipsis, a single full stop stays.
  static let ellipses: [ClosedRange<UInt32>] = [
    0x2025...0x2026, 0x22EF...0x22EF, 0xFE19...0xFE19, 0xFE30...0xFE30,  // ‥ … ⋯ ︙ ︰
  ]

  /// What `ellipses` are folded to, in UTF-8.
  static let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
}
