/// A set of pairs of bytes: 65,536 bits.
struct BytePairs: Sendable {
  private var words = [UInt64](repeating: 0, count: 1024)

  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    words[Int(first) << 2 | Int(second) >> 6] & (1 as UInt64) << UInt64(second & 63) != 0
  }

  mutating func insert(_ first: UInt8, _ second: UInt8) {
    words[Int(first) << 2 | Int(second) >> 6] |= (1 as UInt64) << UInt64(second & 63)
  }

  func union(_ other: BytePairs) -> BytePairs {
    var union = self
    for index in union.words.indices { union.words[index] |= other.words[index] }
    return union
  }
}
