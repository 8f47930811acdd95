internal import SentenceUnits

extension FeedTexts {
  /// Takes strings, or members of objects, of an object or a list.
  mutating func takeList(
    _ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate, of names: [StaticString]
  ) throws(JSONFault) {
    var reader = reader(value, candidate)
    if value.kind == .object { return try takeNamed(names, candidate, &reader) }
    try reader.enterArray()
    while try reader.nextElement() {
      switch try reader.peek() {
      case .string:
        let text = try reader.readString()
        // A blank element is a gap between the others.
        if !text.isBlankText { add(text, candidate.role, at: reader.pointer) }
      case .object: try takeNamed(names, candidate, &reader)
      case .null: try reader.readNull()
      default:
        let wanted = names.map(\.description).joined(separator: " or ")
        if candidate.isStrict {
          let fault = reader.fault("a string or an object with a \(wanted) is due")
          refuse(fault.message, at: fault.position, in: fault.pointer)
        }
        try reader.skipValue()
      }
    }
  }

  /// Takes the captions of schema.org's image objects; a picture given in several sizes has its caption once.
  mutating func takeImages(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) throws(JSONFault) {
    var reader = reader(value, candidate)
    switch value.kind {
    case .object: try takeNamed(["caption"], candidate, &reader)
    case .array:
      try reader.enterArray()
      while try reader.nextElement() {
        if try reader.peek() == .object {
          try takeNamed(["caption"], candidate, &reader)
        } else {
          try reader.skipValue()
        }
      }
    default: break
    }
  }

  /// Takes the first of the named members of an object that is a string; the others may be anything.
  private mutating func takeNamed(
    _ names: [StaticString], _ candidate: DialectOrder.Candidate, _ reader: inout JSONReader
  ) throws(JSONFault) {
    var isFound = false
    var seen = 0
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard let known = names.firstIndex(where: { reader.matches(key, $0) }) else {
        try reader.skipValue()
        continue
      }
      guard seen & (1 << known) == 0 else { throw reader.fault("the member stands here twice") }
      seen |= 1 << known
      if !isFound, try reader.peek() == .string {
        let text = try reader.readString()
        let isAgain = candidate.form == .images && holds(text, as: [.caption])
        if !isAgain, !text.isBlankText { add(text, candidate.role, at: reader.pointer) }
        isFound = true
      } else {
        try reader.skipValue()
      }
    }
  }
}
