import Testing

@testable import SentenceUnits

/// What lets composition and folding be done in one pass.
@Suite("Typography and composition")
struct TypographyTests {
  static let special: [ClosedRange<UInt32>] =
    Typography.dropped + Typography.quotationMarks + Typography.apostrophes + Typography.dashes + Typography.ellipses

  @Test("no scalar is in two lists")
  func disjoint() {
    let all = Self.special.flatMap { Array($0) }
    #expect(all.count == Set(all).count)
  }

  @Test("nothing that is folded or dropped, and nothing that it is folded to, composes with anything")
  func noComposition() {
    let special = Set(Self.special.flatMap { Array($0) } + [0x20, 0x2E])
    var pairs = 0
    TableReader.forEachToken(CanonicalData.composites) { numbers, _ in
      pairs += 1
      #expect(special.isDisjoint(with: numbers), "\(numbers)")
    }
    #expect(pairs > 900)
  }

  @Test("nothing decomposes to a mark that is folded, but for what is folded itself")
  func noHiddenMarks() {
    let special = Set(Self.special.flatMap { Array($0) })
    var hidden: Set<UInt32> = []
    TableReader.forEachToken(CanonicalData.exclusions) { numbers, _ in
      if let scalar = numbers.first, !special.isDisjoint(with: numbers.dropFirst()) { hidden.insert(scalar) }
    }
    #expect(hidden == [0x1FEF, 0x1FFD])
    #expect(hidden.isSubset(of: special))
  }

  @Test("folded marks stay apart from every combining mark")
  func withMarks() {
    var normaliser = TextNormaliser()
    var checked = 0
    for value in UInt32(0)...0x1FFFF {
      guard let mark = Unicode.Scalar(value), NormalisationTables.full.traits[value] & 0xFF != 0 else { continue }
      for base in ["\"", "'", "-", "…", ".", " "] as [Unicode.Scalar] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: ["x", base, mark])
        let form = normalised(String(text), by: &normaliser)
        #expect(
          scalars(form) == scalars(String(text)) || mark.value == 0x340 || mark.value == 0x341 || mark.value == 0x343
            || mark.value == 0x344)
        #expect(normalised(form, by: &normaliser) == form)
        checked += 1
      }
    }
    #expect(checked > 5000)
  }
}
