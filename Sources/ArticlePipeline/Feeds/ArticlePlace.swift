internal import SentenceUnits

/// Where an article stands: in the record's value, or in an envelope or a list of one.
struct ArticlePlace {
  /// The JSON text: the record's value, or what an envelope held in base64.
  var bytes: [UInt8]
  /// Where the value begins in it.
  var start: Int
  /// The value's pointer in the record's value.
  var pointer: String
  /// The value's known members; `nil` where it is no object.
  var index: MemberIndex?
  /// The dialect, where the envelope tells it.
  var order: DialectOrder?
  /// The language that the envelope declares.
  var language = DeclaredLanguage.undetermined

  init(_ bytes: [UInt8], start: Int, pointer: String) {
    self.bytes = bytes
    self.start = start
    self.pointer = pointer
  }

  /// Checks the text from the start on, to its end, and indexes the members of an object.
  mutating func check() throws(UnusableRecord) {
    index = try UnusableRecord.orInvalidJSON { () throws(JSONFault) in
      var reader = JSONReader(bytes, from: start, prefix: pointer)
      var index: MemberIndex?
      if try reader.peek() == .object {
        start = reader.position
        index = try MemberIndex(&reader)
      } else {
        start = reader.position
        try reader.skipValue()
      }
      try reader.finish()
      return index
    }
  }

  /// A value of the same text, as a place of its own.
  func inner(at start: Int, _ name: String) throws(UnusableRecord) -> ArticlePlace {
    var place = ArticlePlace(bytes, start: start, pointer: "\(pointer)/\(name)")
    place.language = language
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return place }
    place.index = try UnusableRecord.orInvalidJSON { () throws(JSONFault) in
      var reader = JSONReader(bytes, from: start, prefix: place.pointer)
      return try MemberIndex(&reader)
    }
    return place
  }

  /// The member of an object, as a place of its own.
  func inner(_ member: StructuralMember, _ value: MemberIndex.Value) throws(UnusableRecord) -> ArticlePlace {
    try inner(at: value.start, member.rawValue)
  }

  /// Whether the value is a list.
  var isList: Bool { start < bytes.count && bytes[start] == UInt8(ascii: "[") }

  /// The bytes of a string member; `nil` where it is absent or another value.
  func bytes(_ member: StructuralMember) -> [UInt8]? {
    guard let value = index?[member], value.kind == .string else { return nil }
    return value.string(in: bytes)
  }

  /// The text of a string member that isn't blank.
  func string(_ member: StructuralMember) -> String? {
    guard let text = bytes(member), !text.isBlankText else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
