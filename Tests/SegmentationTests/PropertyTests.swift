import TestSupport
import Testing

@testable import Segmentation

/// What holds of any text; a failure prints the seed that makes the text again.
@Suite struct PropertyTests {
  static let seeds: [UInt64] = Array(1...60)

  /// Whether a scalar is white space in the sense of the contract.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// Offsets between grapheme clusters, ends included.
  static func characterOffsets(_ text: String) -> Set<Int> {
    var offsets: Set<Int> = [0]
    var offset = 0
    for character in text {
      offset += character.utf8.count
      offsets.insert(offset)
    }
    return offsets
  }

  static func check(_ text: String, _ segmenter: Segmenter, _ comment: Comment) {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    segmenter.cut(bytes.span, in: 0..<bytes.count, into: &sentences)
    let boundaries = characterOffsets(text)
    var end = 0
    for sentence in sentences {
      #expect(sentence.range.lowerBound >= end, comment)
      #expect(!sentence.range.isEmpty, comment)
      #expect(boundaries.contains(sentence.range.lowerBound), comment)
      #expect(boundaries.contains(sentence.range.upperBound), comment)
      let gap = String(decoding: bytes[end..<sentence.range.lowerBound], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy(isBlank), comment)
      end = sentence.range.upperBound
    }
    #expect(String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.allSatisfy(isBlank), comment)

    var again: [Sentence] = []
    segmenter.cut(bytes.span, in: 0..<bytes.count, into: &again)
    #expect(again == sentences, comment)
  }

  @Test(arguments: seeds)
  func tilesAndKeepsCharactersWhole(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for language in HostileText.languages {
      let segmenter = Segmenter(language: language)
      for _ in 0..<6 {
        let text = HostileText.make(&random, pieces: Int.random(in: 0...60, using: &random))
        Self.check(text, segmenter, "seed \(seed), language \(language ?? "none"), text \(text.debugDescription)")
      }
    }
  }

  /// Line ends of all kinds always end a sentence.
  @Test(arguments: seeds.prefix(20))
  func noSentenceHoldsALineEnd(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = HostileText.make(&random, pieces: 400)
    for sentence in Segmenter(language: "ar").sentences(in: text) {
      let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]
      #expect(!sentence.unicodeScalars.contains { ends.contains($0) }, "seed \(seed): \(sentence.debugDescription)")
    }
  }

  /// The part of a text in a range is cut as if it stood alone.
  @Test(arguments: seeds.prefix(20))
  func rangeIsAllThatCounts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var parts: [[UInt8]] = []
    for _ in 0..<3 { parts.append(Array(HostileText.make(&random, pieces: 40).utf8)) }
    let whole = parts[0] + parts[1] + parts[2]
    let range = parts[0].count..<parts[0].count + parts[1].count
    let segmenter = Segmenter(language: nil)
    var alone: [Sentence] = []
    var inside: [Sentence] = []
    let middle = parts[1]
    segmenter.cut(middle.span, in: 0..<middle.count, into: &alone)
    segmenter.cut(whole.span, in: range, into: &inside)
    let shifted = inside.map { $0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound }
    #expect(shifted == alone.map(\.range), "seed \(seed)")
  }

  /// Bytes that are no UTF-8 neither trap nor lead out of the text.
  @Test(arguments: seeds)
  func anyBytesAreSafe(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for language in HostileText.languages {
      var bytes = Array(HostileText.make(&random, pieces: 30).utf8)
      for _ in 0..<20 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.removeLast(min(bytes.count, Int.random(in: 0...3, using: &random)))
      var sentences: [Sentence] = []
      Segmenter(language: language).cut(bytes.span, in: 0..<bytes.count, into: &sentences)
      var end = 0
      for sentence in sentences {
        #expect(sentence.range.lowerBound >= end && sentence.range.upperBound <= bytes.count, "seed \(seed)")
        end = sentence.range.upperBound
      }
    }
  }

  @Test func rangesBeyondTheTextAreCutOff() {
    let bytes = Array("One. Two.".utf8)
    var sentences: [Sentence] = []
    Segmenter(language: "en").cut(bytes.span, in: 5..<400, into: &sentences)
    #expect(sentences.map(\.range) == [5..<9])
  }
}
