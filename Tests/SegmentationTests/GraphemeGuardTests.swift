import TestSupport
import Testing

@testable import Segmentation

@Suite struct GraphemeGuardTests {
  /// The guard never calls a place inside a character a boundary, and nearly always knows one.
  @Test(arguments: UInt64(1)...60)
  func agreesWithCharacter(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = HostileText.make(&random, pieces: 120)
    let bytes = Array(text.utf8)
    let boundaries = PropertyTests.characterOffsets(text)
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
      #expect(
        GraphemeGuard.isBoundary(bytes.span, at: offset) == boundaries.contains(offset), "seed \(seed) at \(offset)")
    }
  }

  /// Where a cluster's beginning is too far away the answer is no.
  @Test func longRunsAreLeftWhole() {
    let flags = Array(String(repeating: "\u{1F1EA}", count: 400).utf8)
    let inside = GraphemeGuard.isBoundary(flags.span, at: 1200)
    let atStart = GraphemeGuard.isBoundary(flags.span, at: 0)
    #expect(!inside)
    #expect(atStart)
  }

  @Test(arguments: [
    ("a. \u{301}b", 1), ("a.\u{301} B", 2), ("Yes! 👩‍👩‍👧‍👦 No.", 2), ("好。\u{200D}好。", 2), ("x. \u{600}1 y.", 2),
    ("x. \u{600} y.", 1),
  ])
  func cutsStayOutside(text: String, atMost count: Int) {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    Segmenter(language: nil).cut(bytes.span, in: 0..<bytes.count, into: &sentences)
    let boundaries = PropertyTests.characterOffsets(text)
    #expect(sentences.count <= count)
    for sentence in sentences {
      #expect(boundaries.contains(sentence.range.lowerBound) && boundaries.contains(sentence.range.upperBound))
    }
  }
}
