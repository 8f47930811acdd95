import TestSupport
import Testing

@testable import Segmentation

/// The fast scan must report whatever the slow reading calls a stop.
@Suite struct ScannerTests {
  /// Every offset at which a stop or line end begins.
  private func stops(in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
      switch StopMark.read(bytes.span, at: offset) {
      case .none: break
      case .lineEnd: found.insert(offset)
      // A space between Thai letters is reported at the letter before it or at itself.
      case .stop(let kind, _, _): if kind != .space { found.insert(offset) }
      }
    }
    return found
  }

  private func reported(in bytes: [UInt8]) -> Set<Int> {
    var scanner = CandidateScanner()
    var found: Set<Int> = []
    var floor = 0
    while let offset = scanner.next(in: bytes.span, from: floor) {
      found.insert(offset)
      floor = offset + 1
    }
    return found
  }

  @Test(arguments: UInt64(1)...40)
  func missesNoStop(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bytes = Array(HostileText.make(&random, pieces: 300).utf8)
    #expect(stops(in: bytes).subtracting(reported(in: bytes)).isEmpty, "seed \(seed)")
  }

  /// Each stop of Unicode that the class table knows, at every place of a block.
  @Test func findsEveryStopAnywhere() {
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value), value != 0x20 else { continue }
      let kind = CharacterClasses.classify(value).0
      guard kind == .stop || kind == .lineEnd else { continue }
      for padding in [0, 1, 13, 61, 62, 63, 64, 130] {
        let bytes = Array(repeating: UInt8(ascii: "x"), count: padding) + Array(String(scalar).utf8) + Array("yy".utf8)
        #expect(reported(in: bytes).contains(padding), "U+\(String(value, radix: 16)) at \(padding)")
      }
    }
  }

  @Test func proseHasFewCandidates() {
    for text in [
      "The bridge over the river, which is old, opened again today",
      "اجتمع الوزراء أمس في العاصمة لمناقشة الموازنة الجديدة", "今天天气很好我们去公园散步然后回家",
    ] {
      #expect(reported(in: Array(String(repeating: text, count: 20).utf8)).isEmpty)
    }
  }
}
