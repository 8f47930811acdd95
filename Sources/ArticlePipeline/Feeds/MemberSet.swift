/// A set of known members, a bit for each.
struct MemberSet: Sendable, Equatable {
  private var bits: UInt128 = 0

  /// How many members there can be.
  static let capacity = 128

  init() {}

  mutating func insert(_ member: UInt8) { bits |= 1 << UInt128(member) }

  func contains(_ member: UInt8) -> Bool { bits & (1 << UInt128(member)) != 0 }

  func isDisjoint(with other: MemberSet) -> Bool { bits & other.bits == 0 }

  mutating func formUnion(_ other: MemberSet) { bits |= other.bits }
}
