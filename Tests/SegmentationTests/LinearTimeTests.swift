import Testing

@testable import Segmentation

/// Long hostile text: quadratic work anywhere would run into the time limit.
@Suite struct LinearTimeTests {
  static let units = [
    ".", ". ", "!", "?", "\"", "“", "”", "« ", " »", "(", ")", " ", "\u{A0}", "…", "。", "「", "」", "\u{301}", "\u{200F}",
    "\u{1F1EA}", "🎉", "👍🏽\u{200D}",
    "a.", "A. ", "1. ", "J.K", "د. ", ".\"", "?” ", "。」", "(.", "[1]", "#", "# ", "ก ", " ก", "\u{600}", "\u{600} ",
    "क\u{94D}", "www.", "https://a/", "'", "،",
    ".\u{301}", "۔ ", "х. ", "か。", "다. ",
  ]

  /// Those that a debug build gets through quickly are a megabyte long.
  static let cheap: Set = [".", "\"", " ", "!", "(", "\u{301}"]

  @Test(.timeLimit(.minutes(20)), arguments: units)
  func manyTimes(_ unit: String) {
    let size = Self.cheap.contains(unit) ? 1_000_000 : 60_000
    let text = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
    for language in [nil, "ja"] {
      var sentences: [Sentence] = []
      Segmenter(language: language).cut(text.span, in: 0..<text.count, into: &sentences)
      #expect((sentences.last?.range.upperBound ?? 0) <= text.count)
    }
  }

  /// The work of a candidate doesn't grow with the text around it: as many decisions, however long the line is.
  @Test func decisionsGrowWithTheText() {
    let unit = "She said “no. (Not now!) …” and left. "
    let segmenter = Segmenter(language: "en")
    let one = Array(String(repeating: unit, count: 100).utf8)
    let ten = Array(String(repeating: unit, count: 1000).utf8)
    let few = segmenter.decisions(in: one.span, range: 0..<one.count).count
    let many = segmenter.decisions(in: ten.span, range: 0..<ten.count).count
    #expect(abs(many - 10 * few) <= 10)
  }
}
