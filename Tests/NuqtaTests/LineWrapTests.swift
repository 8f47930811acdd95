import Testing

@testable import nuqta

@Suite("Lines of a terminal")
struct LineWrapTests {
  @Test(
    "break between words, and between East Asian characters but not before a closing mark",
    arguments: [
      ("One two three", 20, ["One two three"]),
      ("One two three", 7, ["One two", "three"]),
      ("One two three", 8, ["One two", "three"]),
      ("One two three", 6, ["One", "two", "three"]),
      ("One   two", 4, ["One", "two"]),
      ("See https://a.example/long/path now", 10, ["See", "https://a.example/long/path", "now"]),
      ("أُعْلِنَ الخبر", 7, ["أُعْلِنَ", "الخبر"]),
      ("9 h 30\u{A0}min", 6, ["9 h", "30\u{A0}min"]),
      ("松の湯が再開。", 8, ["松の湯が", "再開。"]),
      ("松の湯再開。", 10, ["松の湯再", "開。"]),
      ("さん「松の湯」", 6, ["さん", "「松の", "湯」"]),
      ("", 10, [""]),
    ])
  func breaks(text: String, width: Int, lines: [String]) {
    #expect(LineWrap(width: width).lines(of: text) == lines)
  }

  @Test("nothing is lost but spaces, and no line is wider than asked unless it is one word", arguments: 1...40)
  func whole(width: Int) {
    for sample in Samples.all {
      let text = UnitListing.oneLine(sample.value)
      let lines = LineWrap(width: width).lines(of: text)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines where line.unicodeScalars.reduce(0, { $0 + LineWrap.columns(of: $1) }) > width {
        #expect(!line.contains(" "), "\(line)")
      }
    }
  }
}
