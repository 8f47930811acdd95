/// The pairs of scalars that compose to one, in an open-addressed table; Hangul is arithmetic.
struct CompositionTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int

  /// Makes a table of pairs and what they compose to.
  init(_ pairs: [(first: UInt32, second: UInt32, composite: UInt32)]) {
    var size = 64
    while size < pairs.count * 3 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt32](repeating: 0, count: size)
    mask = size - 1
    for pair in pairs {
      let key = Self.key(pair.first, pair.second)
      var slot = Self.hash(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = pair.composite
    }
  }

  /// What two scalars compose to; `nil` where they don't.
  func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let key = Self.key(first, second)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return Hangul.compose(first, second)
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) }
}
