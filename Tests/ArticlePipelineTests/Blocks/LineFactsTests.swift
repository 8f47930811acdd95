import TestSupport
import Testing

@testable import ArticlePipeline

/// The facts of a line are counted in runs and by tables; here they are counted one scalar after the other.
@Suite struct LineFactsTests {
  static let pieces = [
    "word", "The minister, ", " ", "  ", ". ", ".", "!", "? ", ":", "/", "=", "12", "٣٫٥", "\t", "\u{A0}", "\u{3000}",
    "\u{200B}", "\u{200F}", "\u{301}", "e\u{301}", "é", "÷", "»", "”", "’", ")", "كتاب", "كِتَاب", "ـ", "؟", "،", "。",
    "。」", "！ ", "漢字", "かな", "한국", "ภาษา ", "हिन्दी।", "：", "／", "Ａ１", "👍🏽", "\u{1F468}\u{200D}\u{1F469}", "𠮷", "\u{0}",
    "\u{7F}", "\u{1F}", "`", "-", "(", "א\u{5B0}", "־", "ж", "Ω", "\u{2028}", "\u{600}", "ー", "・",
  ]

  static func text(_ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
    return bytes
  }

  @Test(arguments: UInt64(1)...60)
  func areCountedRight(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let bytes = Self.text(&random)
      let range = 0..<bytes.count
      let facts = LineFacts(bytes, range)
      let plain = PlainFacts(bytes)
      let folded = TextFold.fold(bytes, range)
      let words = folded.isEmpty ? 0 : 1 + folded.count { $0 == 0x20 }
      let shown = Comment(rawValue: "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      #expect(facts.width == plain.width, shown)
      #expect(facts.hasInnerStop == plain.hasInnerStop, shown)
      #expect(facts.innerStops == plain.innerStops, shown)
      #expect(facts.hasDigit == plain.hasDigit, shown)
      #expect(facts.words == words, shown)
      #expect(facts.hasLabelMark == folded.contains { $0 == 0x3A || $0 == 0x2F || $0 == 0x3D }, shown)
    }
  }

  /// What is told of a line's ends is what its folded text has there.
  @Test(arguments: UInt64(1)...60)
  func edgesAreThoseOfTheFold(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let bytes = Self.text(&random)
      let folded = TextFold.fold(bytes, 0..<bytes.count)
      // What folds to spaces at the ends is not in the folded text.
      if let edge = TextFold.opening(bytes, 0..<bytes.count) {
        let wanted = Edge(folded.prefix(4))
        #expect(
          edge == wanted || folded.count < 4 && edge.count == folded.count + 1 && edge.endsWithSpace, "seed \(seed)")
      }
      if let edge = TextFold.closing(bytes, 0..<bytes.count) {
        let wanted = Edge(folded.reversed().prefix(4))
        #expect(
          edge == wanted || folded.count < 4 && edge.count == folded.count + 1 && edge.endsWithSpace, "seed \(seed)")
      }
    }
  }

  /// Each table says what its functions say.
  @Test func tablesAreTheFunctions() {
    for value in UInt32(0)..<0x30000 where Unicode.Scalar(value) != nil {
      let traits = ScalarTraits.of(value, ScalarTraits.table)
      let read = ScalarTraits(reading: value)
      #expect(traits == read, "U+\(String(value, radix: 16))")
      #expect(!(traits.contains(.space) && traits.contains(.dropped)), "U+\(String(value, radix: 16))")
      let bytes = Array(String(Unicode.Scalar(value) ?? " ").utf8)
      let folded = TextFold.folded(value)
      let wanted = folded == .space ? [] : (0..<folded.count).map { folded[$0] }
      #expect(TextFold.fold(bytes, 0..<bytes.count) == wanted, "U+\(String(value, radix: 16))")
    }
  }
}

/// The facts of a line, plainly.
private struct PlainFacts {
  var width = 0
  var hasInnerStop = false
  var innerStops = 0
  var hasDigit = false

  init(_ bytes: [UInt8]) {
    var isBehindStop = false
    var isBehindWideStop = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      let isSpace = ScalarClass.isWhiteSpace(value)
      let isStop = ScalarClass.isFullStop(value) || ScalarClass.isMark(value)
      if isBehindStop, isSpace { hasInnerStop = true }
      if isBehindStop && isSpace || isBehindWideStop && !isStop && !ScalarClass.isCloser(value) { innerStops += 1 }
      isBehindStop = isStop
      isBehindWideStop = isStop && ScalarClass.isWide(value)
      if ScalarClass.digit(value) != nil { hasDigit = true }
      if ScalarClass.isWide(value) { width += 2 } else if !ScalarClass.joinsBack(value) { width += 1 }
    }
  }
}
