import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct UTF8CheckTests {
  /// Sequences at every place in blocks of 64 bytes, against the standard library.
  @Test func everyPlace() {
    let sequences: [[UInt8]] = [
      [0xC2, 0x80], [0xD9, 0x82], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0x9F, 0x80], [0xED, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80],
      [0xEF, 0xBF, 0xBF], [0xE2, 0x80, 0xA8], [0xF0, 0x90, 0x80, 0x80], [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC0, 0x80], [0xC1, 0x80], [0x80], [0xBF], [0xC2], [0xE2],
      [0xE2, 0x80], [0xF0],
      [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xE2, 0x80, 0xA8, 0x80], [0xD9, 0x82, 0x82], [0xFF], [0xE0, 0x80], [0xE0],
      [0xED, 0x80], [0xF4],
    ]
    for sequence in sequences {
      for lead in 0..<140 {
        for tail in [0, 1, 63, 64] {
          let bytes = [UInt8](repeating: 0x61, count: lead) + sequence + [UInt8](repeating: 0x61, count: tail)
          check(bytes, "\(sequence) behind \(lead) before \(tail)")
        }
      }
    }
  }

  @Test(arguments: 0..<8) func random(part: Int) {
    let seed = UInt64(4_000 + part)
    var random = SeededRandom(seed: seed)
    let alphabet: [[UInt8]] = ["a", "ق", "é", "€", "ก", "한", "😀", "\u{FFFF}"].map { Array($0.utf8) }
    for round in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...90, using: &random) { bytes += alphabet.randomElement(using: &random) ?? [] }
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.remove(at: place)
        }
      }
      check(bytes, "seed \(seed) round \(round)")
    }
  }

  private func check(_ bytes: [UInt8], _ comment: String) {
    let found = UTF8Check.firstFault(bytes)
    if (found == nil) != (String(validating: bytes, as: UTF8.self) != nil) { Issue.record("\(comment): \(bytes)") }
    if let found, String(validating: bytes[..<found], as: UTF8.self) == nil {
      Issue.record("\(comment): \(found) in \(bytes)")
    }
    let behind = UTF8Check.firstFault([0xFF, 0x80] + bytes, from: 2)
    if behind != found.map({ $0 + 2 }) { Issue.record("\(comment): from an index") }
  }

  /// The end of a plain run, byte by byte.
  @Test func plainRuns() {
    for byte in UInt8.min...UInt8.max {
      let stops = byte < 0x20 || byte == 0x22 || byte == 0x5C
      for lead in 0..<40 {
        let bytes = [UInt8](repeating: 0x7F, count: lead) + [byte] + [UInt8](repeating: 0xFF, count: 20)
        let end = JSONText.endOfPlainRun(bytes, from: 0, to: bytes.count)
        if end != (stops ? lead : bytes.count) { Issue.record("\(byte) behind \(lead): \(end)") }
        if JSONText.endOfPlainRun(bytes, from: 0, to: lead) != lead { Issue.record("\(byte): beyond \(lead)") }
      }
    }
  }
}
