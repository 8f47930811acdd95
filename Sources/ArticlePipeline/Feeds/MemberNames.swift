/// The names of all members that any dialect knows, each with its number.
///
/// A name is found by its length and ends in an open-addressed table: a probe or two, no allocation.
struct MemberNames: Sendable {
  static let shared = MemberNames(FeedDialect.inOrder + FeedDialect.enveloped)

  private static let slotCount = 512
  /// The names end to end.
  private var text: [UInt8] = []
  /// Where the name of each number begins; one more for the end of the last.
  private var starts = [0]
  /// Families of names by prefix, whose members have no number of their own.
  private var families: [(prefix: [UInt8], base: TextRole)] = []
  private var slots = [UInt8](repeating: 0xFF, count: slotCount)

  private init(_ dialects: [FeedDialect]) {
    for member in StructuralMember.allCases { add(member.rawValue) }
    for dialect in dialects {
      for pointer in dialect.signs + dialect.identity + dialect.members.map(\.pointer) {
        add(Self.firstName(of: pointer))
      }
      for member in dialect.members where member.pointer.hasSuffix("*") {
        let prefix = Array(member.pointer.utf8.dropFirst().dropLast())
        guard let base = member.form.base, !families.contains(where: { $0.prefix == prefix }) else { continue }
        families.append((prefix, base))
      }
    }
    assert(count <= MemberSet.capacity)
  }

  /// How many names have a number.
  var count: Int { starts.count - 1 }

  /// The first name of a pointer: the member of the article itself.
  static func firstName(of pointer: String) -> String {
    String(pointer.dropFirst().prefix { $0 != "/" })
  }

  /// The number of a name that a dialect knows.
  func number(of name: String) -> UInt8? {
    let bytes = Array(name.utf8)
    return find(bytes, 0..<bytes.count)
  }

  /// The number of the name that a range of bytes holds; `nil` where no dialect knows it.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> UInt8? {
    var slot = Self.hash(bytes, range)
    while slots[slot] != 0xFF {
      if isName(Int(slots[slot]), bytes, range) { return slots[slot] }
      slot = (slot &+ 1) & (Self.slotCount &- 1)
    }
    return nil
  }

  /// What the family that a name belongs to holds the renditions of.
  func family(_ bytes: [UInt8], _ range: Range<Int>) -> TextRole? {
    for place in families.indices where bytes[range].starts(with: families[place].prefix) {
      return families[place].base
    }
    return nil
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let first = Int(bytes[range.lowerBound])
    let middle = Int(bytes[range.lowerBound &+ range.count / 2])
    let last = Int(bytes[range.upperBound &- 1])
    return (first &* 7 &+ middle &* 31 &+ last &* 131 &+ range.count &* 17) & (slotCount &- 1)
  }

  private func isName(_ number: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number &+ 1] &- start == range.count else { return false }
    for offset in 0..<range.count where text[start &+ offset] != bytes[range.lowerBound &+ offset] { return false }
    return true
  }

  private mutating func add(_ name: String) {
    guard number(of: name) == nil, !name.hasSuffix("*") else { return }
    let bytes = Array(name.utf8)
    var slot = Self.hash(bytes, 0..<bytes.count)
    while slots[slot] != 0xFF { slot = (slot + 1) & (Self.slotCount - 1) }
    slots[slot] = UInt8(starts.count - 1)
    text += bytes
    starts.append(text.count)
  }
}
