import Testing

@testable import SentenceUnits

@Suite("Text normaliser")
struct TextNormaliserTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let form: String
    var testDescription: String { "\(text.debugDescription) → \(form.debugDescription)" }

    init(_ text: String, _ form: String) {
      self.text = text
      self.form = form
    }
  }

  static let cases: [Case] = [
    Case("", ""), Case(" ", ""), Case("\u{200B}\u{FEFF}", ""), Case(" \u{200F} \n", ""), Case("ـ", ""),
    Case("plain", "plain"), Case("  a  b  ", "a b"), Case("a\r\nb\u{2029}c\u{3000}", "a b c"),
    Case("a \u{200B} b", "a b"),
    Case("e\u{301}", "é"), Case("e\u{200D}\u{301}", "é"), Case("é\u{323}", "ẹ\u{301}"), Case("\u{301}e", "\u{301}e"),
    Case(" \u{301}e", "\u{301}e"), Case("a  \u{301}e", "a \u{301}e"), Case("\u{1112}\u{1161}\u{11AB}", "한"),
    Case("하\u{11AB}", "한"), Case("하\u{11A7}", "하\u{11A7}"), Case("\u{212B}", "Å"), Case("\u{958}", "\u{915}\u{93C}"),
    Case("=\u{338}", "≠"), Case("“a” «b» „c‟ 「d」", "\"a\" \"b\" \"c\" \"d\""), Case("‘a’ ‚b‛ `c´", "'a' 'b' 'c'"),
    Case("''a''", "\"a\""), Case("’’’", "\"'"), Case("'\u{200D}'", "\""), Case("' '", "' '"),
    Case("a -- b", "a - b"), Case("a—b", "a-b"), Case("——", "-"), Case("-\u{200B}—-", "-"), Case("- -", "- -"),
    Case("a. b", "a. b"), Case("a..", "a…"), Case("a....", "a…"), Case("a….", "a…"), Case("a.…", "a…"),
    Case("a……", "a…"),
    Case(".\u{200D}.", "…"), Case(". .", ". ."), Case("‥", "…"), Case("U.S.", "U.S."), Case("...\u{301}", "…\u{301}"),
    Case("\u{1FEF}\u{1FFD}", "\""), Case("\u{2000}a\u{2001}", "a"), Case("❤\u{FE0F}", "❤\u{FE0F}"),
    Case("〜～ー・", "〜～ー・"),
    Case("\u{0}a\u{1F}", "\u{0}a\u{1F}"), Case("《a》〈b〉", "《a》〈b〉"),
  ]

  @Test("gives the form", arguments: cases)
  func form(of example: Case) {
    #expect(scalars(normalised(example.text)) == scalars(example.form))
  }

  @Test("leaves what the buffer holds alone, and takes nothing from it")
  func buffer() {
    var normaliser = TextNormaliser()
    var bytes = Array("e-.' ".utf8)
    for text in ["\u{301}", "-", ".", "'", " x"] { normaliser.append(Array(text.utf8).span, to: &bytes) }
    #expect(String(decoding: bytes, as: UTF8.self) == "e-.' \u{301}-.'x")
  }

  @Test(
    "survives bytes that are not UTF-8",
    arguments: [
      [0xFF], [0x80, 0x80], [0xC2], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xF7, 0xBF, 0xBF, 0xBF], [0x65, 0xCC],
      [0x20, 0xE2, 0x20],
      [0xCC, 0x81, 0xFF, 0xCC, 0x81], [0xED, 0xA0, 0x80], [0x80, 0xCC, 0x81],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    var normaliser = TextNormaliser()
    var form: [UInt8] = []
    normaliser.append(bytes.span, to: &form)
    #expect(form.count <= bytes.count * 3)
  }

  @Test("takes a text of nothing but marks in linear time")
  func manyMarks() {
    let marks = String(repeating: "\u{301}\u{323}\u{345}", count: 100_000)
    let form = normalised("a" + marks)
    #expect(form.unicodeScalars.count == 300_000)
    #expect(form.unicodeScalars.first == "ạ")
  }

  @Test("says which Unicode it knows")
  func version() {
    #expect(Normalisation.unicodeVersion == "15.0.0")
  }
}
