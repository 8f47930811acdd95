/// The arithmetic of Hangul syllables (The Unicode Standard 15.0, §3.12), which needs no table.
enum Hangul {
  static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  /// Trailing consonants; the scalar before the first stands for none.
  static let trails: ClosedRange<UInt32> = 0x11A8...0x11C2

  private static let trailBase: UInt32 = 0x11A7
  private static let trailCount: UInt32 = 28
  private static let vowelCount: UInt32 = 21

  /// The two or three letters of a syllable; the last is `nil` where there are two.
  static func decompose(_ syllable: UInt32) -> (lead: UInt32, vowel: UInt32, trail: UInt32?) {
    let index = syllable - syllables.lowerBound
    let trail = index % trailCount
    return (
      leads.lowerBound + index / (vowelCount * trailCount),
      vowels.lowerBound + index % (vowelCount * trailCount) / trailCount,
      trail == 0 ? nil : trailBase + trail
    )
  }

  /// The syllable of a lead and a vowel, or of a syllable without trail and a trail.
  static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leads.contains(first), vowels.contains(second) {
      let index = (first - leads.lowerBound) * vowelCount + (second - vowels.lowerBound)
      return syllables.lowerBound + index * trailCount
    }
    if syllables.contains(first), trails.contains(second), (first - syllables.lowerBound) % trailCount == 0 {
      return first + (second - trailBase)
    }
    return nil
  }
}
