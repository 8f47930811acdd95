internal import SentenceUnits

/// Takes the texts of an article, or of one of its translations, from the members that an index knows.
///
/// Of each role the first candidate with a text that isn't blank is taken; the others are the same text again. Blank strings are kept
/// only where nothing better is there, so that the manifest can rebuild them; an empty string is no text.
struct FeedTexts {
  let bytes: [UInt8]
  /// The pointer of the object the members stand in.
  let prefix: String
  /// What a translation declares its language to be; `nil` for the article itself.
  let translation: DeclaredLanguage?

  private(set) var texts: [FeedText] = []
  /// The first value of a wrong type.
  private(set) var fault: JSONFault?
  /// The first member of each role that holds text in a form that isn't read.
  private var unread: [(role: TextRole, pointer: String)] = []
  /// The roles that have text, a bit each.
  private var read: UInt16 = 0

  init(_ bytes: [UInt8], prefix: String, translation: DeclaredLanguage? = nil) {
    self.bytes = bytes
    self.prefix = prefix
    self.translation = translation
  }

  /// The text that isn't read though it is the fullest.
  ///
  /// That is a body without one that is read, a summary with neither, anything else where there is no text at all: what is read is
  /// then not the article, and must not pass for it.
  var missed: (role: TextRole, pointer: String)? {
    if let body = unread.first(where: { $0.role == .body }), !has(.body) { return body }
    if let summary = unread.first(where: { $0.role == .summary }), !has(.body), !has(.summary) { return summary }
    return read == 0 ? unread.first : nil
  }

  /// Whether no text is there but blanks.
  var isEmpty: Bool { read == 0 }

  /// Takes the texts in reading order.
  mutating func take(_ index: MemberIndex, _ order: DialectOrder) throws(JSONFault) {
    texts.reserveCapacity(8)
    let roles = order.roles
    for number in roles.indices where index.holds(any: roles[number].members) {
      let role = roles[number].role
      let mark = texts.count
      var blank: [FeedText] = []
      for place in roles[number].numbers.indices {
        let member = roles[number].numbers[place]
        if member != DialectOrder.family {
          guard let value = index[member] else { continue }
          let candidate = roles[number].list[place]
          check(value, candidate)
          guard !has(role) else { continue }
          try take(value, candidate)
        } else if !index.families.isEmpty, !has(role) {
          takeFamily(index, roles[number].list[place])
        }
        if texts.count > mark, !has(role) {
          if texts[mark...].contains(where: { !$0.bytes.isBlankText }) {
            read |= 1 << UInt16(role.order)
          } else {
            if blank.isEmpty { blank = Array(texts[mark...]) }
            texts.removeSubrange(mark...)
          }
        }
      }
      if texts.count == mark, !blank.isEmpty { texts += blank }
    }
    dropRepeated()
  }

  /// Drops an `alternativeHeadline` that is the headline or the summary again, as many sites write it.
  private mutating func dropRepeated() {
    guard
      let place = texts.firstIndex(where: { $0.role == .subheadline && $0.pointer.hasSuffix("/alternativeHeadline") }),
      holds(texts[place].bytes, as: [.headline, .summary])
    else { return }
    texts.remove(at: place)
  }

  func has(_ role: TextRole) -> Bool { read & (1 << UInt16(role.order)) != 0 }

  /// Notes a value that can't be what its member is.
  private mutating func check(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) {
    guard !candidate.form.takes(value.kind) else { return }
    if candidate.isStrict {
      refuse(candidate.form.wanted, at: value.start, in: prefix + candidate.pointer)
    } else if value.kind == .object || value.kind == .array, value.isFilled(in: bytes) {
      note(candidate.role, prefix + candidate.pointer)
    }
  }

  mutating func refuse(_ message: String, at position: Int, in pointer: String) {
    if fault == nil { fault = JSONFault(message: message, position: position, pointer: pointer) }
  }

  mutating func note(_ role: TextRole, _ pointer: String) {
    if !unread.contains(where: { $0.role == role }) { unread.append((role, pointer)) }
  }

  /// Whether a text of some roles is there byte for byte.
  func holds(_ text: [UInt8], as roles: Set<TextRole>) -> Bool {
    texts.contains { roles.contains($0.role) && $0.bytes == text }
  }

  /// Adds a text that isn't empty; one that is markup is noted instead where the role may hold such.
  mutating func add(_ text: [UInt8], _ role: TextRole, at pointer: String) {
    guard !text.isEmpty else { return }
    if role == .body || role == .summary, ContentSniffer.looksLikeMarkup(text) { return note(role, pointer) }
    var text = FeedText(pointer: pointer, role: role, bytes: text)
    if let translation {
      text.translation = translation.tag ?? "und"
      text.isLanguageInvalid = translation == .invalid
    }
    texts.append(text)
  }

  /// A reader that begins at a value.
  func reader(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) -> JSONReader {
    JSONReader(bytes, from: value.start, prefix: prefix + candidate.pointer)
  }

  private mutating func take(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) throws(JSONFault) {
    let role = candidate.role
    guard candidate.form.takes(value.kind) else { return }
    switch (candidate.form, value.kind) {
    case (.unread, _):
      if value.isFilled(in: bytes) { note(role, prefix + candidate.pointer) }
    case (.text, .string), (.people, .string), (.paragraphs, .string), (.captions, .string):
      add(value.string(in: bytes), role, at: prefix.isEmpty ? candidate.pointer : prefix + candidate.pointer)
    case (.renditions(of: let base), .string):
      if role == base { add(value.string(in: bytes), role, at: prefix + candidate.pointer) }
    case (.text, _), (.renditions, _): try takeRenditions(value, candidate)
    case (.people, _): try takeList(value, candidate, of: ["name", "byline", "by"])
    case (.captions, _): try takeList(value, candidate, of: ["text", "caption"])
    case (.paragraphs, _): try takeList(value, candidate, of: ["text"])
    case (.images, _): try takeImages(value, candidate)
    case (.associations, _): try takeAssociations(value, candidate)
    case (.family, _): break
    }
  }
}
