internal import SentenceUnits

/// Reads which article a message is.
struct ArticleIdentityReader {
  let place: ArticlePlace
  let index: MemberIndex
  let order: DialectOrder

  /// The identity: the dialect's own where that goes first, `uri`, `id`, the record's key, the dialect's own, the event's subject.
  ///
  /// `uri` and `id` are strings or whole numbers, anything else is an error; of the others what isn't such is passed over.
  func identity(_ frame: RecordFrame) throws(UnusableRecord) -> String? {
    if order.ownIdentityFirst, let own = try own() { return own }
    var found: String?
    for member in [StructuralMember.uri, .id] {
      guard let value = index[member] else { continue }
      guard value.kind == .string || value.isWholeNumber(in: place.bytes) else {
        throw UnusableRecord(
          .invalidField,
          "an identity is a string or a whole number at byte \(value.start) in \(place.pointer)/\(member.rawValue)")
      }
      found = found ?? Self.text(value, place.bytes)
    }
    if let found = found ?? frame.key { return found }
    return try own() ?? frame.subject
  }

  private func own() throws(UnusableRecord) -> String? {
    for own in order.identity {
      guard let value = index[own.member] else { continue }
      if let inner = own.inner {
        if let found = try text(of: inner, in: value) { return found }
      } else if let found = Self.text(value, place.bytes) {
        return found
      }
    }
    return nil
  }

  /// A member of an object, or of the first object of a list; a string at a list's start counts too.
  private func text(of name: String, in value: MemberIndex.Value) throws(UnusableRecord) -> String? {
    try UnusableRecord.orInvalidJSON { () throws(JSONFault) in
      var reader = JSONReader(place.bytes, from: value.start, prefix: place.pointer)
      if value.kind == .array {
        try reader.enterArray()
        guard try reader.nextElement() else { return nil }
      }
      switch try reader.peek() {
      case .object: break
      case .string where value.kind == .array:
        let text = try reader.readString()
        return text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
      default: return nil
      }
      try reader.enterObject()
      while let key = try reader.nextKey() {
        if reader.name(of: key).elementsEqual(name.utf8), try reader.peek() == .string {
          let text = try reader.readString()
          return text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
        }
        try reader.skipValue()
      }
      return nil
    }
  }

  /// A string that isn't blank, or a whole number as it stands.
  static func text(_ value: MemberIndex.Value, _ bytes: [UInt8]) -> String? {
    if value.isWholeNumber(in: bytes) { return String(decoding: bytes[value.range], as: UTF8.self) }
    guard value.kind == .string else { return nil }
    guard value.isEscaped else {
      let text = bytes[value.range]
      return text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
    }
    let text = value.string(in: bytes)
    return text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
  }
}
