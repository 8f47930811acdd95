internal import SentenceUnits

extension JSONArticleDecoder {
  /// Reads an object of texts: the article itself, or one of its translations, in which identity and status mean nothing.
  mutating func readStrings(_ start: Strings, isTranslation: Bool) throws(JSONFault) -> Strings {
    var strings = start
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard let member = JSONArticleMembers.find(key, in: reader) else {
        if let role = JSONArticleMembers.family(key, in: reader) {
          try readFamily(role, into: &strings)
        } else {
          try reader.skipValue()
        }
        continue
      }
      guard strings.seen & (1 << UInt64(member.rank)) == 0 else { throw reader.fault("the member stands here twice") }
      strings.seen |= 1 << UInt64(member.rank)
      if try reader.peek() == .null {
        try reader.readNull()
        continue
      }
      switch member.meaning {
      case .language:
        if let text = try string(of: member) { strings.language = LanguageTag.read(Array(text.utf8)) }
      case .text(let role):
        try readText(member, role, into: &strings)
      case .names(let role):
        try readNames(member, role, into: &strings)
      case .captions:
        try readCaptions(member, into: &strings)
      case .unread(let role):
        try readUnread(role, into: &strings)
      case .wrapper:
        try readWrapper(into: &strings)
      case .envelope:
        strings.isEnvelope = true
        try reader.skipValue()
      case .uri, .id, .version, .status, .translations:
        if isTranslation { try reader.skipValue() } else { try readOwn(member) }
      }
    }
    return strings
  }

  /// Reads a member that only the article itself has.
  private mutating func readOwn(_ member: JSONArticleMembers.Member) throws(JSONFault) {
    switch member.meaning {
    case .uri: uri = try identity()
    case .id: id = try identity()
    case .version:
      switch try reader.peek() {
      case .string:
        let text = try reader.readString()
        version = text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
      case .number: version = String(decoding: reader.bytes[try reader.readNumber()], as: UTF8.self)
      default: try refuse("a string or a number is due")
      }
    case .status: try readStatus(member)
    default: try readTranslations()
    }
  }

  /// An identity: a string that isn't blank, or a whole number as it stands.
  private mutating func identity() throws(JSONFault) -> String? {
    switch try reader.peek() {
    case .string:
      let text = try reader.readString()
      return text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
    case .number:
      let literal = reader.bytes[try reader.readNumber()]
      if literal.allSatisfy({ $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }) {
        return String(decoding: literal, as: UTF8.self)
      }
      if identityFault == nil { identityFault = reader.fault("an identity is a string or a whole number") }
    default:
      if identityFault == nil { identityFault = reader.fault("an identity is a string or a whole number") }
      try reader.skipValue()
    }
    return nil
  }

  private mutating func readStatus(_ member: JSONArticleMembers.Member) throws(JSONFault) {
    let kind = try reader.peek()
    let fault = reader.fault("the status is none of usable, withheld, canceled, cancelled, unpublished")
    var value: ArticleStatus?
    if kind == .string {
      let text = try reader.readString()
      if text.isBlankText { return }
      switch String(decoding: text, as: UTF8.self).lowercased() {
      case "usable": value = .usable
      case "withheld": value = .withheld
      case "canceled", "cancelled", "unpublished": value = .withdrawn
      default: break
      }
    } else {
      try reader.skipValue()
    }
    if let known = status, known.rank < member.rank { return }
    status = (member.rank, value, value == nil ? fault : nil)
  }

  private mutating func readTranslations() throws(JSONFault) {
    guard try reader.peek() == .array else { return try refuse("a list of objects is due") }
    try reader.enterArray()
    while try reader.nextElement() {
      guard try reader.peek() == .object else {
        try refuse("an object is due")
        continue
      }
      var strings = try readStrings(Strings(prefix: reader.pointer), isTranslation: true)
      for index in strings.found.indices {
        for text in strings.found[index].texts.indices {
          strings.found[index].texts[text].translation = strings.language.tag ?? "und"
          strings.found[index].texts[text].isLanguageInvalid = strings.language == .invalid
        }
      }
      translations.append(strings)
    }
  }
}
