/// The normaliser's tables, made once from the generated ones.
///
/// `pairs` is the fast path. It has a byte for each two bytes that can follow each other, 0 where the second of them leaves the text as
/// it is: the second byte of a two-byte scalar that needs nothing, of a longer one whose neighbourhood needs nothing, an ASCII byte
/// that has nothing to do with the one before it. So text that is normal already, which is nearly all, is passed over with one look-up
/// a byte, no decoding, and no branch that the text decides: words of Arabic or English cost no mispredicted jumps at their spaces.
final class NormalisationTables: Sendable {
  /// By scalar.
  let traits: ScalarTable
  /// By the byte before and the byte, 256 × 256.
  let pairs: [UInt8]
  let decompositions: DecompositionTable
  let compositions: CompositionTable
  /// Whether marks are dropped and folded and white space is collapsed; else there is only NFC.
  let foldsTypography: Bool

  /// The whole normalisation.
  static let full = NormalisationTables(foldsTypography: true)
  /// NFC alone, to be held against Unicode's own tests.
  static let compositionOnly = NormalisationTables(foldsTypography: false)

  private init(foldsTypography: Bool) {
    var traits = ScalarTable()
    TableReader.forEachToken(CanonicalData.combiningClasses) { numbers, _ in
      guard let first = numbers.first, let value = numbers.last, numbers.count > 1 else { return }
      traits.set(UInt16(truncatingIfNeeded: value), in: first...numbers[numbers.count - 2])
    }

    var steps: [UInt32: [UInt32]] = [:]
    var composites: [(first: UInt32, second: UInt32, composite: UInt32)] = []
    TableReader.forEachToken(CanonicalData.composites) { numbers, _ in
      guard numbers.count == 3 else { return }
      steps[numbers[0]] = [numbers[1], numbers[2]]
      composites.append((numbers[1], numbers[2], numbers[0]))
      traits.set(ScalarTraits.decomposes, in: numbers[0]...numbers[0])
      traits.set(ScalarTraits.unstable, in: numbers[2]...numbers[2])
    }
    TableReader.forEachToken(CanonicalData.exclusions) { numbers, _ in
      guard let scalar = numbers.first else { return }
      steps[scalar] = Array(numbers.dropFirst())
      traits.set(ScalarTraits.unstable | ScalarTraits.decomposes, in: scalar...scalar)
    }
    traits.set(ScalarTraits.decomposes, in: Hangul.syllables)
    traits.set(ScalarTraits.unstable, in: Hangul.vowels)
    traits.set(ScalarTraits.unstable, in: Hangul.trails)

    if foldsTypography { Self.addTypography(to: &traits) }
    self.foldsTypography = foldsTypography
    self.traits = traits
    decompositions = DecompositionTable(steps)
    compositions = CompositionTable(composites)
    pairs = Self.pairs(of: traits, foldsTypography: foldsTypography)
  }

  private static func addTypography(to traits: inout ScalarTable) {
    TableReader.forEachRange(TextClassData.whiteSpace) { traits.set(ScalarTraits.bits(.whiteSpace), in: $0) }
    let lists: [(ranges: [ClosedRange<UInt32>], kind: ScalarTraits.Kind)] = [
      (Typography.dropped, .dropped), (Typography.quotationMarks, .quotationMark),
      (Typography.apostrophes, .apostrophe),
      (Typography.dashes, .dash), (Typography.ellipses, .dots), ([0x2E...0x2E], .dots),
    ]
    for list in lists {
      for range in list.ranges { traits.set(ScalarTraits.bits(list.kind), in: range) }
    }
  }

  private static func pairs(of traits: ScalarTable, foldsTypography: Bool) -> [UInt8] {
    var pairs = [UInt8](repeating: 0, count: 1 << 16)
    for lead in UInt32(0xC2)...0xF4 {
      for tail in UInt32(0x80)...0xBF {
        let needs: Bool
        switch lead {
        case ..<0xE0: needs = traits[(lead & 0x1F) << 6 | tail & 0x3F] & ScalarTraits.needsWork != 0
        case ..<0xF0: needs = traits.anySet(inBlockOf: (lead & 0x0F) << 12 | (tail & 0x3F) << 6, ScalarTraits.needsWork)
        default:
          let first = (lead & 0x07) << 18 | (tail & 0x3F) << 12
          needs = (0..<64).contains { traits.anySet(inBlockOf: first + $0 << 6, ScalarTraits.needsWork) }
        }
        if needs { pairs[Int(lead << 8 | tail)] = 1 }
      }
    }
    guard foldsTypography else { return pairs }
    for previous in 0..<256 {
      for byte in Array(0x09...0x0D) + [0x60] { pairs[previous << 8 | byte] = 1 }
    }
    // A space, full stop, hyphen or apostrophe is what it is folded to, and counts only behind its like.
    for byte in [0x20, 0x27, 0x2D, 0x2E] { pairs[byte << 8 | byte] = 1 }
    return pairs
  }
}
