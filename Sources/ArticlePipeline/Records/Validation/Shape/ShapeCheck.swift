/// Holds a value against the shape of its kind of record, and finds all that differs, not only the first.
struct ShapeCheck {
  /// What differs: a rule, where, and what was due.
  struct Fault: Equatable {
    let rule: RecordRule
    let pointer: String
    let byte: Int
    let due: String
  }

  private(set) var faults: [Fault] = []
  private var reader: JSONReader
  /// What conditions between members look at: values of the outermost object.
  private var isTranslated: Bool?
  private var reason: Int?
  private var status: [UInt8]?
  private var unitCount: (count: Int, byte: Int)?

  /// Checks a value from end to end.
  ///
  /// - Complexity: O(*n*).
  init(_ value: [UInt8], _ kind: RecordKind) {
    reader = JSONReader(value)
    if let position = UTF8Check.firstFault(value) {
      faults = [Fault(rule: .json, pointer: "", byte: position, due: "UTF-8")]
      return
    }
    do throws(JSONFault) {
      try check(.of(kind))
      try reader.finish()
      checkConditions(kind)
    } catch {
      faults.append(Fault(rule: .json, pointer: error.pointer, byte: error.position, due: error.message))
    }
  }

  private mutating func note(_ rule: RecordRule, _ due: String, at byte: Int? = nil, member: String? = nil) {
    let pointer = member.map { "\(reader.pointer)/\($0)" } ?? reader.pointer
    faults.append(Fault(rule: rule, pointer: pointer, byte: byte ?? reader.position, due: due))
  }

  private mutating func check(_ shape: RecordShape) throws(JSONFault) {
    let kind = try reader.peek()
    let start = reader.position
    switch shape {
    case .constant(let text):
      try checkString(kind, start, due: "'\(text)'", .schemaValue) { $0.elementsEqual(text.utf8) }
    case .oneOf(let names):
      try checkString(kind, start, due: "one of " + names.joined(separator: ", "), .schemaValue) { text in
        names.contains { text.elementsEqual($0.utf8) }
      }
    case .text(let form):
      let rule: RecordRule = if case .notEmpty = form { .schemaLength } else { .schemaPattern }
      try checkString(kind, start, due: form.due, rule) { form.matches($0) }
    case .wholeNumber(let least):
      try checkNumber(kind, start, least)
    case .truth:
      guard kind == .bool else { return try refuse("true or false") }
      let value = try reader.readBool()
      if reader.depth == 1 { isTranslated = value }
    case .list(let element, let least, let isUnique):
      try checkList(kind, element, least, isUnique)
    case .tuple(let elements):
      try checkTuple(kind, elements)
    case .object(let members, let least):
      try checkObject(kind, members, least)
    }
  }

  private mutating func refuse(_ due: String) throws(JSONFault) {
    note(.schemaType, due)
    try reader.skipValue()
  }

  private mutating func checkString(
    _ kind: JSONReader.Kind, _ start: Int, due: String, _ rule: RecordRule, _ isRight: ([UInt8]) -> Bool
  ) throws(JSONFault) {
    // A constant that is no string is a wrong value to a schema; to a person it is a wrong type.
    guard kind == .string else { return try refuse(due) }
    let text = try reader.readString()
    if !isRight(text) { note(rule, due, at: start) }
    if reader.depth == 1, reader.pointer == "/status" { status = text }
  }

  private mutating func checkNumber(_ kind: JSONReader.Kind, _ start: Int, _ least: Int) throws(JSONFault) {
    guard kind == .number else { return try refuse("a whole number") }
    let text = String(decoding: reader.bytes[try reader.readNumber()], as: UTF8.self)
    let isPlain = text.utf8.allSatisfy { TextForm.isDigit($0) || $0 == UInt8(ascii: "-") }
    let value = Double(text) ?? .nan
    guard isPlain || value.isFinite && value.rounded() == value else {
      return note(.schemaType, "a whole number", at: start)
    }
    if value < Double(least) { note(.schemaMinimum, "a number from \(least) up", at: start) }
  }

  private mutating func checkList(
    _ kind: JSONReader.Kind, _ element: RecordShape, _ least: Int, _ isUnique: Bool
  ) throws(JSONFault) {
    guard kind == .array else { return try refuse("a list") }
    let start = reader.position
    let isUnits = reader.depth == 1 && reader.pointer == "/units"
    var seen: Set<[UInt8]> = []
    var count = 0
    try reader.enterArray()
    while try reader.nextElement() {
      count += 1
      let kind = try reader.peek()
      let valueStart = reader.position
      try check(element)
      if isUnique, kind == .string, !seen.insert(Self.plain(reader.bytes[valueStart..<reader.position])).inserted {
        note(.schemaUnique, "each element once", at: valueStart)
      }
    }
    if count < least { note(.schemaLength, "at least \(least) element", at: start) }
    if isUnits { unitCount = (count, start) }
  }

  /// A string literal's text, escapes resolved.
  private static func plain(_ literal: ArraySlice<UInt8>) -> [UInt8] {
    var reader = JSONReader(Array(literal))
    return (try? reader.readString()) ?? Array(literal)
  }

  private mutating func checkTuple(_ kind: JSONReader.Kind, _ elements: [RecordShape]) throws(JSONFault) {
    guard kind == .array else { return try refuse("a list of \(elements.count)") }
    let start = reader.position
    var count = 0
    try reader.enterArray()
    while try reader.nextElement() {
      if count < elements.count { try check(elements[count]) } else { try reader.skipValue() }
      count += 1
    }
    if count != elements.count { note(.schemaLength, "\(elements.count) elements", at: start) }
  }

  private mutating func checkObject(
    _ kind: JSONReader.Kind, _ members: [RecordShape.Member], _ least: Int
  ) throws(JSONFault) {
    guard kind == .object else { return try refuse("an object") }
    let start = reader.position
    var seen: Set<Int> = []
    var count = 0
    try reader.enterObject()
    while let key = try reader.nextKey() {
      count += 1
      let name = reader.name(of: key)
      guard let place = members.firstIndex(where: { name.elementsEqual($0.name.utf8) }) else {
        try reader.skipValue()
        continue
      }
      if !seen.insert(place).inserted { note(.json, "a member once only", at: key.range.lowerBound - 1) }
      if reader.depth == 1, members[place].name == "reason" { reason = key.range.lowerBound - 1 }
      try check(members[place].shape)
    }
    for (place, member) in members.enumerated() where member.isRequired && !seen.contains(place) {
      note(.schemaRequired, "the member", at: start, member: member.name)
    }
    if count < least { note(.schemaLength, "at least \(least) member", at: start) }
  }

  /// What one member's value asks of another.
  private mutating func checkConditions(_ kind: RecordKind) {
    switch kind {
    case .unit:
      if isTranslated == false, reason == nil {
        note(.schemaRequired, "the member, since translate is false", at: 0, member: "reason")
      } else if isTranslated == true, let reason {
        note(.schemaForbidden, "no reason where translate is true", at: reason, member: "reason")
      }
    case .article:
      guard let status, let units = unitCount else { return }
      let isBare = status.elementsEqual("withdrawn".utf8) || status.elementsEqual("empty".utf8)
      if isBare, units.count > 0 {
        note(
          .schemaLength, "no unit where the status is \(String(decoding: status, as: UTF8.self))", at: units.byte,
          member: "units")
      } else if status.elementsEqual("usable".utf8), units.count == 0 {
        note(.schemaLength, "a unit where the status is usable", at: units.byte, member: "units")
      }
    case .manifest: break
    }
  }
}
