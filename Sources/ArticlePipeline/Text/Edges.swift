/// How the phrases of a list begin, or end: most text is turned away by a few bytes, without a look at the list.
///
/// Two sets of 65,536 bits: one of the pairs that phrases of two or three bytes have at their edge, one of the hashes of the four that
/// longer ones have. May say yes to text that has no such phrase, never no to one that has.
struct Edges: Sendable {
  private var pairs = [UInt64](repeating: 0, count: 1024)
  private var fours = [UInt64](repeating: 0, count: 1024)

  /// Adds a phrase of two bytes or more, the byte at its edge first.
  mutating func insert(_ phrase: some Collection<UInt8>) {
    let edge = Edge(phrase.prefix(4))
    if edge.count > 3 {
      fours[edge.hash >> 6] |= (1 as UInt64) << UInt64(edge.hash & 63)
    } else if edge.count > 1 {
      pairs[edge.pair >> 6] |= (1 as UInt64) << UInt64(edge.pair & 63)
    }
  }

  /// Whether a phrase may have the edge of a text.
  @inline(__always)
  func contains(_ edge: Edge) -> Bool {
    edge.count > 1
      && (pairs[edge.pair >> 6] & (1 as UInt64) << UInt64(edge.pair & 63) != 0
        || edge.count > 3 && fours[edge.hash >> 6] & (1 as UInt64) << UInt64(edge.hash & 63) != 0)
  }

  func union(_ other: Edges) -> Edges {
    var union = self
    for index in union.pairs.indices {
      union.pairs[index] |= other.pairs[index]
      union.fours[index] |= other.fours[index]
    }
    return union
  }
}

/// Up to four bytes of folded text, from its beginning or from its end.
struct Edge: Sendable, Equatable {
  /// The bytes, the one at the edge lowest.
  private(set) var bytes: UInt32 = 0
  private(set) var count = 0

  init() {}

  init(_ bytes: some Collection<UInt8>) {
    for byte in bytes where count < 4 { append(byte) }
  }

  /// The byte at the edge.
  var first: UInt8? { count > 0 ? UInt8(truncatingIfNeeded: bytes) : nil }

  /// Whether one of the bytes is such a one.
  func contains(where predicate: (UInt8) -> Bool) -> Bool {
    (0..<count).contains { predicate(UInt8(truncatingIfNeeded: bytes >> UInt32($0 * 8))) }
  }

  /// Whether the last byte, counted from the edge, is a space.
  var endsWithSpace: Bool { count > 0 && bytes >> UInt32((count - 1) * 8) == 0x20 }

  /// Appends a byte to fewer than four.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes |= UInt32(byte) << UInt32(count * 8)
    count += 1
  }

  fileprivate var pair: Int { Int(bytes & 0xFFFF) }
  fileprivate var hash: Int { Int((bytes &* 0x9E37_79B1) >> 16) }
}
