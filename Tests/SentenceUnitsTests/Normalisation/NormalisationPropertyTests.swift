import TestSupport
import Testing

@testable import SentenceUnits

@Suite("Normalisation, on random text")
struct NormalisationPropertyTests {
  static let seeds: [UInt64] = Array(1...40)

  @Test("is what the definition says, step by step", arguments: seeds)
  func reference(seed: UInt64) {
    var hostile = HostileText(seed: seed)
    var normaliser = TextNormaliser()
    for _ in 0..<100 {
      let text = hostile.text(upTo: 40)
      let form = scalars(normalised(text, by: &normaliser))
      #expect(form == scalars(ReferenceNormaliser.normalise(text)), "seed \(seed): \(scalars(text))")
    }
  }

  @Test("changes nothing the second time, and gives NFC", arguments: seeds)
  func idempotent(seed: UInt64) {
    var hostile = HostileText(seed: seed &+ 1000)
    var normaliser = TextNormaliser()
    var composer = TextNormaliser.compositionOnly
    for _ in 0..<100 {
      let text = hostile.text(upTo: 60)
      let form = normalised(text, by: &normaliser)
      #expect(scalars(normalised(form, by: &normaliser)) == scalars(form), "seed \(seed): \(scalars(text))")
      #expect(scalars(normalised(form, by: &composer)) == scalars(form), "seed \(seed): \(scalars(text))")
      #expect(form.utf8.count <= text.utf8.count * 3)
    }
  }

  @Test("is the same for canonical equivalents", arguments: seeds)
  func equivalents(seed: UInt64) {
    var hostile = HostileText(seed: seed &+ 2000)
    var normaliser = TextNormaliser()
    for _ in 0..<50 {
      // Dropping comes first: a mark dropped from between two others makes texts equal that were not equivalent.
      let text = hostile.text(upTo: 30).unicodeScalars.filter { scalar in
        !Typography.dropped.contains { $0.contains(scalar.value) }
      }
      let form = scalars(normalised(Self.string(Array(text)), by: &normaliser))
      for equivalent in [Self.equivalent(Array(text), &hostile), ReferenceComposition.decompose(Array(text))] {
        #expect(
          scalars(normalised(Self.string(equivalent), by: &normaliser)) == form,
          "seed \(seed): \(scalars(Self.string(Array(text)))), \(scalars(Self.string(equivalent)))")
      }
    }
  }

  private static func string(_ text: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }

  /// A canonical equivalent: some scalars taken apart, some marks of unequal class swapped.
  private static func equivalent(_ text: [Unicode.Scalar], _ hostile: inout HostileText) -> [Unicode.Scalar] {
    var result = text
    for _ in 0..<result.count * 4 {
      let index = hostile.number(below: result.count)
      if let parts = ReferenceComposition.step(result[index]) {
        result.replaceSubrange(index...index, with: parts)
      } else if index > 0 {
        let classes = (
          ReferenceComposition.combiningClass(result[index - 1]), ReferenceComposition.combiningClass(result[index])
        )
        if classes.0 != 0, classes.1 != 0, classes.0 != classes.1 { result.swapAt(index - 1, index) }
      }
    }
    return result
  }

  @Test(
    "of real articles is what the definition says", .enabled(if: SharedData.has(RealText.path), "no shared data here"))
  func realText() throws {
    var normaliser = TextNormaliser()
    for text in try RealText.values() {
      #expect(normalised(text, by: &normaliser) == ReferenceNormaliser.normalise(text))
    }
  }
}
