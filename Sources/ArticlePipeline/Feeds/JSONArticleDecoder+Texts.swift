extension JSONArticleDecoder {
  /// The string of a member; `nil`, and noted as a fault, where it is another value.
  mutating func string(of member: JSONArticleMembers.Member) throws(JSONFault) -> String? {
    guard try reader.peek() == .string else {
      try refuse("a string is due")
      return nil
    }
    return String(decoding: try reader.readString(), as: UTF8.self)
  }

  /// Reads a string that is text, unless a better member of its role is known.
  mutating func readText(_ member: JSONArticleMembers.Member, _ role: TextRole, into strings: inout Strings)
    throws(JSONFault)
  {
    guard try reader.peek() == .string else { return try refuse("a string is due") }
    guard isWanted(member, role, in: strings) else { return try reader.skipValue() }
    let pointer = "\(strings.prefix)/\(member.name)"
    let bytes = try reader.readString()
    if role == .body, ContentSniffer.looksLikeMarkup(bytes) {
      note(.body, pointer, in: &strings)
      return
    }
    keep([FeedText(pointer: pointer, role: role, bytes: bytes)], of: member, role, in: &strings)
  }

  /// Reads who wrote the article: a string, an object with a `name`, or a list of either.
  mutating func readNames(_ member: JSONArticleMembers.Member, _ role: TextRole, into strings: inout Strings)
    throws(JSONFault)
  {
    switch try reader.peek() {
    case .string: return try readText(member, role, into: &strings)
    case .object, .array: break
    default: return try refuse("a string, an object with a name, or a list of either is due")
    }
    guard isWanted(member, role, in: strings) else { return try reader.skipValue() }
    var texts: [FeedText] = []
    if try reader.peek() == .object {
      try readNamed(["name"], role, into: &texts)
    } else {
      try readList(["name"], role, into: &texts)
    }
    if !texts.isEmpty { keep(texts, of: member, role, in: &strings) }
  }

  /// Reads captions: a string, or a list of strings or of objects with a `text` or a `caption`.
  mutating func readCaptions(_ member: JSONArticleMembers.Member, into strings: inout Strings) throws(JSONFault) {
    switch try reader.peek() {
    case .string: return try readText(member, .caption, into: &strings)
    case .array: break
    default: return try refuse("a list of strings is due")
    }
    var texts: [FeedText] = []
    try readList(["text", "caption"], .caption, into: &texts)
    if !texts.isEmpty { keep(texts, of: member, .caption, in: &strings) }
  }

  /// Notes that a text stands here in a form that isn't read, unless it is blank.
  mutating func readUnread(_ role: TextRole, into strings: inout Strings) throws(JSONFault) {
    let pointer = reader.pointer
    if try skipFilled() != nil { note(role, pointer, in: &strings) }
  }

  /// The same for a member known by the start of its name only: `body_type` and its kin may be a setting.
  ///
  /// A lone word of ASCII is a setting; a text has white space or letters of another script.
  mutating func readFamily(_ role: TextRole, into strings: inout Strings) throws(JSONFault) {
    let pointer = reader.pointer
    guard let value = try skipFilled() else { return }
    let isText =
      switch value.kind {
      case .object, .array: true
      case .string: value.bytes.contains { $0 == 0x20 || $0 == UInt8(ascii: "\\") || $0 >= 0x80 }
      default: false
      }
    if isText { note(role, pointer, in: &strings) }
  }

  /// Notes what may hold the whole article: an object or a list that isn't blank.
  mutating func readWrapper(into strings: inout Strings) throws(JSONFault) {
    let pointer = reader.pointer
    if let value = try skipFilled(), value.kind == .object || value.kind == .array, strings.wrapper == nil {
      strings.wrapper = pointer
    }
  }

  /// Passes over a value; `nil` where nothing stands between its brackets or quotation marks, or it is none that has such.
  private mutating func skipFilled() throws(JSONFault) -> (kind: JSONReader.Kind, bytes: ArraySlice<UInt8>)? {
    let kind = try reader.peek()
    let start = reader.position
    try reader.skipValue()
    guard kind == .string || kind == .object || kind == .array else { return nil }
    let inner = reader.bytes[start..<reader.position].dropFirst().dropLast()
    return inner.isBlankText ? nil : (kind, inner)
  }

  private func note(_ role: TextRole, _ pointer: String, in strings: inout Strings) {
    if !strings.unread.contains(where: { $0.role == role }) { strings.unread.append((role, pointer)) }
  }

  /// Notes a value of a wrong type and passes over it.
  mutating func refuse(_ message: String) throws(JSONFault) {
    if fieldFault == nil { fieldFault = reader.fault(message) }
    try reader.skipValue()
  }

  private mutating func readList(_ names: [StaticString], _ role: TextRole, into texts: inout [FeedText])
    throws(JSONFault)
  {
    try reader.enterArray()
    while try reader.nextElement() {
      switch try reader.peek() {
      case .string: texts.append(FeedText(pointer: reader.pointer, role: role, bytes: try reader.readString()))
      case .object: try readNamed(names, role, into: &texts)
      case .null: try reader.readNull()
      default: try refuse("a string or an object with a \(names.map(\.description).joined(separator: " or ")) is due")
      }
    }
  }

  /// Reads the first of the named members of an object; the others may be anything.
  private mutating func readNamed(_ names: [StaticString], _ role: TextRole, into texts: inout [FeedText])
    throws(JSONFault)
  {
    var isFound = false
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if !isFound, names.contains(where: { reader.matches(key, $0) }), try reader.peek() == .string {
        texts.append(FeedText(pointer: reader.pointer, role: role, bytes: try reader.readString()))
        isFound = true
      } else {
        try reader.skipValue()
      }
    }
  }

  /// Whether a member could be better than what is known of its role.
  private func isWanted(_ member: JSONArticleMembers.Member, _ role: TextRole, in strings: Strings) -> Bool {
    guard let known = strings.found.first(where: { $0.role == role }) else { return true }
    return known.isBlank || member.rank < known.rank
  }

  /// Keeps a member's texts where they are better than what is known of the role: text before blanks, then the table's order.
  private func keep(
    _ texts: [FeedText], of member: JSONArticleMembers.Member, _ role: TextRole, in strings: inout Strings
  ) {
    // An empty string holds nothing to rebuild.
    let texts = texts.filter { !$0.bytes.isEmpty }
    guard !texts.isEmpty else { return }
    let found = Found(role: role, rank: member.rank, texts: texts, isBlank: texts.allSatisfy(\.bytes.isBlankText))
    guard let index = strings.found.firstIndex(where: { $0.role == role }) else {
      strings.found.append(found)
      return
    }
    let known = strings.found[index]
    let isBetter = found.isBlank == known.isBlank ? found.rank < known.rank : known.isBlank
    if isBetter { strings.found[index] = found }
  }
}
