internal import SentenceUnits

/// Which scripts a language is written in, and which way it runs.
enum LanguageScripts {
  /// The scripts of a language; `nil` where that isn't known, so that nothing contradicts it.
  static func scripts(of tag: String) -> ScriptSet? {
    if let subtag = LanguageTag.script(tag) { return bySubtag[subtag] }
    return byLanguage[LanguageTag.primary(tag)]
  }

  /// The direction of a language; `nil` where it is written both ways or not known.
  static func direction(of tag: String) -> TextDirection? {
    scripts(of: tag).flatMap(direction)
  }

  /// The direction of scripts; `nil` where they run both ways or are none.
  static func direction(of scripts: ScriptSet) -> TextDirection? {
    guard !scripts.isEmpty else { return nil }
    if scripts.isSubset(of: rightToLeft) { return .rightToLeft }
    return scripts.isDisjoint(with: rightToLeft) ? .leftToRight : nil
  }

  private static let rightToLeft = Script.allCases.filter(\.isRightToLeft).reduce(into: ScriptSet()) {
    $0.formUnion(ScriptSet($1))
  }

  private static let bySubtag: [String: ScriptSet] = [
    "Arab": ScriptSet(.arabic), "Latn": ScriptSet(.latin), "Cyrl": ScriptSet(.cyrillic), "Hebr": ScriptSet(.hebrew),
    "Grek": ScriptSet(.greek), "Deva": ScriptSet(.devanagari), "Beng": ScriptSet(.bengali),
    "Guru": ScriptSet(.gurmukhi),
    "Hans": ScriptSet(.han), "Hant": ScriptSet(.han), "Hani": ScriptSet(.han), "Jpan": ScriptSet(.han, .kana),
    "Kore": ScriptSet(.hangul, .han), "Hang": ScriptSet(.hangul), "Armn": ScriptSet(.armenian),
    "Geor": ScriptSet(.georgian), "Ethi": ScriptSet(.ethiopic), "Thaa": ScriptSet(.thaana), "Syrc": ScriptSet(.syriac),
    "Nkoo": ScriptSet(.nko), "Adlm": ScriptSet(.adlam), "Rohg": ScriptSet(.rohingya), "Mong": ScriptSet(.mongolian),
    "Thai": ScriptSet(.thai), "Khmr": ScriptSet(.khmer), "Mymr": ScriptSet(.myanmar), "Laoo": ScriptSet(.lao),
    "Tibt": ScriptSet(.tibetan), "Taml": ScriptSet(.tamil), "Telu": ScriptSet(.telugu),
  ]

  private static let byLanguage: [String: ScriptSet] = {
    let rows: [(ScriptSet, StaticString)] = [
      (
        ScriptSet(.latin),
        """
        en de fr es pt it nl sv no nb nn da fi et is pl cs sk hu ro hr sl lt lv tr id vi sw ha so sq ca eu gl ga cy mt af zu xh \
        yo ig sn ln lg rw rn om fil tl la lb br fy eo tk kmr pcm st tn nso ts ve ss nr mi sm to fj haw jv su mg ny
        """
      ),
      (ScriptSet(.arabic), "ar fa ur ps ckb sd ug bal lrc glk mzn arz apc acm ary arq aeb prs skr pnb"),
      (ScriptSet(.hebrew), "he yi lad"),
      (ScriptSet(.cyrillic), "ru uk bg be mk ky tg tt ba cv ce os sah bua kv"),
      (ScriptSet(.latin, .cyrillic), "sr bs sh uz"),
      (ScriptSet(.latin, .cyrillic, .arabic), "az kk"),
      (ScriptSet(.latin, .arabic), "ku ms kr"),
      (ScriptSet(.cyrillic, .mongolian), "mn"),
      (ScriptSet(.greek), "el"), (ScriptSet(.armenian), "hy"), (ScriptSet(.georgian), "ka"),
      (ScriptSet(.devanagari), "hi mr ne sa bho mai kok doi"), (ScriptSet(.bengali), "bn as"),
      (ScriptSet(.gurmukhi, .arabic), "pa"), (ScriptSet(.gujarati), "gu"), (ScriptSet(.odia), "or"),
      (ScriptSet(.tamil), "ta"), (ScriptSet(.telugu), "te"), (ScriptSet(.kannada), "kn"), (ScriptSet(.malayalam), "ml"),
      (ScriptSet(.sinhala), "si"), (ScriptSet(.thai), "th"), (ScriptSet(.lao), "lo"), (ScriptSet(.tibetan), "bo dz"),
      (ScriptSet(.myanmar), "my shn mnw"), (ScriptSet(.khmer), "km"), (ScriptSet(.ethiopic), "am ti"),
      (ScriptSet(.han), "zh yue wuu cmn nan hak lzh"), (ScriptSet(.han, .kana), "ja"), (ScriptSet(.hangul, .han), "ko"),
      (ScriptSet(.thaana), "dv"), (ScriptSet(.syriac), "syr arc aii"), (ScriptSet(.nko), "nqo"),
    ]
    var table: [String: ScriptSet] = [:]
    for (scripts, languages) in rows {
      let text = languages.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
      for language in text.split(separator: " ") { table[String(language)] = scripts }
    }
    return table
  }()
}
