import Testing

@testable import Segmentation

@Suite struct CaseTests {
  @Test(arguments: CaseFile.all)
  func cuts(_ example: SegmentationCase) {
    let segmenter = Segmenter(language: example.language)
    #expect(segmenter.sentences(in: example.text).map(String.init) == example.sentences)
    let bytes = Array(example.text.utf8)
    let decisions = segmenter.decisions(in: bytes.span, range: 0..<bytes.count)
    #expect(example.rule == "-" || decisions.contains { $0.rule.name.description == example.rule })
  }

  @Test func everyRuleHasACase() {
    let shown = Set(CaseFile.all.map(\.rule))
    for test in BoundaryTest.order { #expect(shown.contains(test.rule.name.description), "\(test.rule)") }
    #expect(shown.contains(BoundaryFinder.graphemeCluster.name.description))
  }

  @Test func languagesOfTheIssueHaveCases() {
    let languages = Set(CaseFile.all.map(\.language))
    for language in "ar en zh ja fa ur he hi ru de fr es tr ko th el hy".split(separator: " ") {
      #expect(languages.contains(String(language)))
    }
  }

  /// A case reads the same inside a larger text, cut by its range.
  @Test(arguments: CaseFile.all)
  func sameInARange(_ example: SegmentationCase) {
    let segmenter = Segmenter(language: example.language)
    let alone = Array(example.text.utf8)
    var expected: [Sentence] = []
    segmenter.cut(alone.span, in: 0..<alone.count, into: &expected)
    for (before, after) in [("«Dr", " said. He"), ("e.g. 3.", "5 «x"), ("\u{1F1E6}", "\u{301}\u{200D}"), ("(", ")。")] {
      let embedded = Array(before.utf8) + alone + Array(after.utf8)
      let start = before.utf8.count
      var found: [Sentence] = []
      segmenter.cut(embedded.span, in: start..<start + alone.count, into: &found)
      #expect(found.map { $0.range.lowerBound - start..<$0.range.upperBound - start } == expected.map(\.range))
      #expect(found.map(\.ending) == expected.map(\.ending))
    }
  }
}
