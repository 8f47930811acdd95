internal import SentenceUnits

/// Reads a message's version, language and status: the same members in all dialects.
struct ArticleHeader {
  private let place: ArticlePlace
  private let index: MemberIndex
  private(set) var version: String?
  private(set) var language = DeclaredLanguage.undetermined
  private(set) var status = ArticleStatus.usable
  /// The first member of a wrong type.
  private(set) var fault: JSONFault?

  init(_ place: ArticlePlace, _ index: MemberIndex) {
    self.place = place
    self.index = index
  }

  /// Reads `version`: a string that isn't blank, or a number as it stands.
  mutating func readVersion() {
    guard let value = index[.version] else { return }
    switch value.kind {
    case .string:
      let text = value.string(in: place.bytes)
      version = text.isBlankText ? nil : String(decoding: text, as: UTF8.self)
    case .number: version = String(decoding: place.bytes[value.range], as: UTF8.self)
    default: refuse("a string or a number is due", value, .version)
    }
  }

  /// Reads `language`, else schema.org's `inLanguage`: a tag, an object with one, or a list of either.
  mutating func readLanguage() {
    if let value = index[.language] {
      guard value.kind == .string else { return refuse("a string is due", value, .language) }
      language = LanguageTag.read(value.string(in: place.bytes))
    }
    guard language.tag == nil, let value = index[.inLanguage] else { return }
    if value.kind == .string {
      language = language.or(LanguageTag.read(value.string(in: place.bytes)))
    } else if let found = try? inLanguage(value) {
      language = language.or(found)
    }
  }

  /// Reads `pubStatus`, else `pubstatus`, else `status`; a value that the IPTC's members can't have is refused.
  mutating func readStatus() throws(UnusableRecord) {
    for member in [StructuralMember.pubStatus, .pubstatus, .status] {
      guard let value = index[member] else { continue }
      var word = member == .status ? StatusWord.silent : .unknown
      if value.kind == .string {
        let text = value.string(in: place.bytes)
        if text.isBlankText { continue }
        word = StatusWord(text, isPlain: member == .status)
      }
      switch word {
      case .known(let known):
        status = known
        return
      case .silent: continue
      case .unknown:
        throw UnusableRecord(
          .invalidField,
          "the status is none of usable, withheld, canceled at byte \(value.start) in \(place.pointer)/\(member.rawValue)"
        )
      }
    }
  }

  /// The first tag in an object of schema.org's Language (`alternateName`, else `name`), or in a list.
  ///
  /// A name such as "Spanish" is no wrong tag there, so it counts as undeclared.
  private func inLanguage(_ value: MemberIndex.Value) throws(JSONFault) -> DeclaredLanguage? {
    var reader = JSONReader(place.bytes, from: value.start, prefix: place.pointer)
    if value.kind == .array {
      try reader.enterArray()
      guard try reader.nextElement() else { return nil }
    }
    switch try reader.peek() {
    case .string: return LanguageTag.read(try reader.readString())
    case .object: break
    default: return nil
    }
    var name = DeclaredLanguage.undetermined
    var alternate = DeclaredLanguage.undetermined
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let isName = reader.matches(key, "name")
      if isName || reader.matches(key, "alternateName"), try reader.peek() == .string {
        let tag = LanguageTag.read(try reader.readString())
        if isName { name = tag } else { alternate = tag }
      } else {
        try reader.skipValue()
      }
    }
    return alternate.tag == nil && name.tag == nil ? .undetermined : alternate.or(name)
  }

  private mutating func refuse(_ message: String, _ value: MemberIndex.Value, _ member: StructuralMember) {
    guard fault == nil else { return }
    fault = JSONFault(message: message, position: value.start, pointer: "\(place.pointer)/\(member.rawValue)")
  }
}
