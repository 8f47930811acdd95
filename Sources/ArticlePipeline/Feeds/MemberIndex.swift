/// Where the known members of a JSON object stand.
///
/// It is made in one pass, which checks the whole object strictly (RFC 8259) and passes over what isn't known; after that, texts are
/// taken from their ranges in the order a dialect wants them. It is a class because it is large and handed on often.
final class MemberIndex {
  /// The value of a member.
  struct Value {
    let kind: JSONReader.Kind
    /// Whether a string has escapes.
    let isEscaped: Bool
    /// The value's bytes; of a string what stands between its quotation marks.
    let range: Range<Int>
    /// Where the value begins, with its quotation mark.
    let start: Int
  }

  /// A member known by the start of its name only.
  struct FamilyMember {
    /// The text it is a rendition of.
    let base: TextRole
    let name: [UInt8]
    let value: Value
  }

  /// How many members of families are looked at; what comes behind is passed over.
  static let familyLimit = 64

  /// The members that are there and not null.
  private(set) var present = MemberSet()
  private(set) var families: [FamilyMember] = []
  private var values: [Value] = []
  private var places = InlineArray<128, UInt8>(repeating: 0xFF)

  /// Reads the object that comes next.
  ///
  /// - Complexity: O(*n*) in the object's bytes.
  init(_ reader: inout JSONReader) throws(JSONFault) {
    let names = MemberNames.shared
    var seen = MemberSet()
    values.reserveCapacity(16)
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let unescaped = key.isEscaped ? reader.name(of: key) : nil
      let name = unescaped ?? reader.bytes
      let range = unescaped.map { 0..<$0.count } ?? key.range
      if let number = names.find(name, range) {
        try add(number, &seen, &reader)
      } else if let role = names.family(name, range) {
        try add(role, Array(name[range]), &reader)
      } else {
        try reader.skipValue()
      }
    }
  }

  /// The value of a member; `nil` where it is absent or null.
  subscript(member: UInt8) -> Value? {
    guard present.contains(member) else { return nil }
    return values[Int(places[Int(member)])]
  }

  /// Whether one of a set of members is there, or any of a family.
  func holds(any members: MemberSet) -> Bool {
    !families.isEmpty || !present.isDisjoint(with: members)
  }

  subscript(member: StructuralMember) -> Value? { self[member.number] }

  private func add(_ number: UInt8, _ seen: inout MemberSet, _ reader: inout JSONReader) throws(JSONFault) {
    guard !seen.contains(number) else { throw reader.fault("the member stands here twice") }
    seen.insert(number)
    let value = try Self.value(&reader)
    guard value.kind != .null else { return }
    present.insert(number)
    places[Int(number)] = UInt8(truncatingIfNeeded: values.count)
    values.append(value)
  }

  private func add(_ role: TextRole, _ name: [UInt8], _ reader: inout JSONReader) throws(JSONFault) {
    guard !families.contains(where: { $0.name == name }) else { throw reader.fault("the member stands here twice") }
    let value = try Self.value(&reader)
    guard value.kind != .null, families.count < Self.familyLimit else { return }
    families.append(FamilyMember(base: role, name: name, value: value))
  }

  /// Passes over the next value and says where it stands.
  static func value(_ reader: inout JSONReader) throws(JSONFault) -> Value {
    let kind = try reader.peek()
    let start = reader.position
    if kind == .string {
      let text = try reader.scanString()
      return Value(kind: kind, isEscaped: text.isEscaped, range: text.range, start: start)
    }
    try reader.skipValue()
    return Value(kind: kind, isEscaped: false, range: start..<reader.position, start: start)
  }
}
