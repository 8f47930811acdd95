import Testing

@testable import SentenceUnits

@Suite("Text of a unit")
struct UnitTextTests {
  private func whole(_ text: String) -> (bytes: [UInt8], range: Range<Int>) {
    (Array(text.utf8), 0..<text.utf8.count)
  }

  @Test(
    "is trimmed of white space, but not of what a cluster needs",
    arguments: [
      ("  a b\t", "a b"), ("\r\na\r\n", "a"), ("\u{3000}。\u{A0}\u{2028}", "。"), ("", ""), (" \n\u{85}", ""),
      (" \u{301}a", " \u{301}a"), ("  \u{301}a", " \u{301}a"), ("\n\u{301}a", "\u{301}a"), (" \u{200D}a", " \u{200D}a"),
      ("a\u{600} ", "a\u{600} "), ("a\u{600}  ", "a\u{600} "), ("a\u{600}\n", "a\u{600}"), ("\u{600}", "\u{600}"),
      ("\u{200B} a \u{200B}", "\u{200B} a \u{200B}"), (" \u{93F}", " \u{93F}"), ("a \u{301} ", "a \u{301}"),
    ])
  func trimming(text: String, trimmed: String) {
    let (bytes, range) = whole(text)
    let found = UnitText.trimmed(range, of: bytes.span)
    #expect(scalars(String(decoding: bytes[found], as: UTF8.self)) == scalars(trimmed))
  }

  @Test(
    "holds a letter",
    arguments: ["a", "12,5 م", "…ب", "三", "№ 5", "25 ℃", "Ⅷ", "1º", "٢٠٢٤", "１２", "\u{10FFFD}", "😀 ok", "ก"])
  func letters(text: String) {
    let (bytes, range) = whole(text)
    let found = UnitText.holdsLetter(range, of: bytes.span)
    #expect(found)
  }

  @Test(
    "holds none",
    arguments: [
      "", "12,5", "* * *", "—", "2015/07/23", "😀👍🏽", "…", "#1", "€ 3.50 (+2 %)", "\u{301}", "❤\u{FE0F}", "½ ²",
    ])
  func noLetters(text: String) {
    let (bytes, range) = whole(text)
    let found = UnitText.holdsLetter(range, of: bytes.span)
    #expect(!found)
  }

  @Test(
    "ends with a stop",
    arguments: [
      ("a.", "en"), ("a?!", "en"), ("قال؟", "ar"), ("«نعم».", "ar"), ("«نعم.»", "ar"), ("ہے۔", "ur"), ("完。", "zh"),
      ("「完。」", "ja"), ("है।", "hi"),
      ("ነው።", "am"), ("ավարտ։", "hy"), ("ավարտ:", "hy"), ("τέλος;", "el"), ("τέλος\u{37E}", "el-GR"), ("no…", "en"),
      ("no...", "en"),
      ("“He said.”)", "en"), ("Fin !\u{202F}»", "fr"), ("Ende.“", "de"), ("a. 😀👍🏽", "en"), ("a.\u{200F}", "ar"),
      ("a.²", "en"), ("a.*", "en"),
      ("ចប់។", "km"), ("ပြီး။", "my"), ("རྫོགས།", "bo"), ("a．", "zh"), ("a｡", "ja"), (".", "en"),
    ])
  func stop(text: String, language: String) {
    let (bytes, range) = whole(text)
    let found = UnitText.endsWithStop(range, of: bytes.span, language: language)
    #expect(found)
  }

  @Test(
    "ends without one",
    arguments: [
      ("a", "en"), ("", "en"), ("a:", "en"), ("a;", "en"), ("a;", "elx"), ("a:", "el"), ("قال:", "ar"), ("a,”", "en"),
      ("”", "en"), ("a. b", "en"),
      ("จบ", "th"), ("a.1", "en"), ("a —", "en"), ("完、", "ja"),
    ])
  func noStop(text: String, language: String) {
    let (bytes, range) = whole(text)
    let found = UnitText.endsWithStop(range, of: bytes.span, language: language)
    #expect(!found)
  }

  @Test("running text without a stop is flagged, a headline is not")
  func flag() throws {
    let cut = try UnitCutter().cut(
      Articles.article(Articles.field("One\nTwo.\nThree\n12,5", [.paragraph, .paragraph, .headline, .caption])))
    #expect(cut.units.map(\.flags) == [.noTerminal, [], [], .noTerminal])
    #expect(cut.units.map(\.keep) == [nil, nil, nil, .noLetters])
  }
}
