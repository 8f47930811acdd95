import TestSupport

/// Random text from fragments that break segmenters.
enum HostileText {
  static let fragments: [String] = [
    ".", "..", "...", "…", "!", "?", "؟", "۔", "।", "。", "！", "։", "።", "။", ";", ":", "|", ". ", "! ", "? ", " . ",
    "?!", "⁇",
    "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", " ", "  ", "\t", "\u{A0}", "\u{3000}",
    "\u{202F}",
    "\u{200B}", "\u{FEFF}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2066}", "\u{2069}", "\u{202B}",
    "\u{202C}", "\u{AD}",
    "\u{0301}", "\u{0308}", "\u{20E3}", "\u{FE0F}", "\u{0600}", "\u{06DD}", "\u{110BD}", "\u{0903}", "\u{0E33}",
    "\u{FF9E}",
    "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇪🇬", "🇪", "👍🏽", "🎉", "1️⃣", "©", "\u{1F3FB}", "क्ष", "क\u{94D}", "षि", "각", "ᄀ", "ᅡ", "ᆨ", "ก\u{E33}",
    "\"", "'", "“", "”", "„", "«", "»", "‘", "’", "「", "」", "『", "』", "(", ")", "[", "]", "（", "）", "《", "》", "[1]",
    "¹",
    "Dr", "Inc", "etc", "e.g", "U.S", "No", "St", "J", "K", "د", "ق.م", "أ.د", "هـ", "قال", "وأضاف", "said", "The",
    "he", "iPhone", "3", "12", "٣",
    "https://a.b/c?d=e.f", "a@b.example", "#tag", "@name", "www.x.org", "-", "—", "–", "•", ",", "،", "、", "：",
    "الاجتماع", "كتاب", "你好", "他说", "天気", "と言った", "라고", "하다", "वह", "है", "ไทย", "ครับ", "ทั้งนี้", "привет", "Καλή", "Հայ",
    "שלום", "ቤት",
    "\u{0}", "\u{7F}", "\u{1B}", "\u{FFFD}", "\u{10FFFF}", "\u{1F9D1}\u{200D}", "e\u{301}\u{327}",
  ]

  static func make(_ random: inout SeededRandom, pieces: Int) -> String {
    var text = ""
    for _ in 0..<pieces { text += fragments.randomElement(using: &random) ?? "" }
    return text
  }

  static let languages: [String?] = [
    nil, "ar", "en", "zh", "ja", "de", "ko", "th", "fa", "ur", "hi", "hy", "el", "fr", "tr",
  ]
}
