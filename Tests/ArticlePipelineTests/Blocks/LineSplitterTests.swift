import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct LineSplitterTests {
  static let pieces = [
    "a", "ب", "漢", "é", " ", "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{2027}", "\u{202A}", "\u{A0}",
    "\u{84}", "\u{C5}", "…", "€", "a longer run of letters that fills most of a block of sixty-four bytes", "\u{B}",
    "\u{C}",
  ]

  /// The lines of a text, from its scalars.
  private func lines(of text: String) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    let bytes = Array(text.utf8)
    func end() {
      let line = TextTrim.trim(bytes, start..<index)
      if !line.isEmpty { lines.append(line) }
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value) {
        end()
        start = index + width
      }
      index += width
    }
    end()
    return lines
  }

  @Test(arguments: UInt64(1)...60)
  func splitsAtEachBreak(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 0...120, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(LineSplitter.split(Array(text.utf8)) == lines(of: text), "seed \(seed): \(text.debugDescription)")
    }
  }
}
