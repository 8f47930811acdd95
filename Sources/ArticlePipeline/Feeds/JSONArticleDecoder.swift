internal import SentenceUnits

/// Reads a JSON article of any dialect (`FeedDialect`), in an envelope or not.
///
/// One strict pass over the whole text finds the members that are known (`MemberIndex`); the dialect is told by which are there; its
/// table then says from where each text is taken. Only what is taken is copied.
struct JSONArticleDecoder {
  private var root: ArticlePlace
  private var frame: RecordFrame

  init(_ bytes: [UInt8], from start: Int, frame: RecordFrame) {
    root = ArticlePlace(bytes, start: start, pointer: "")
    self.frame = frame
  }

  /// Reads the article, reasons in the order that `FeedDecoder` documents.
  mutating func decode() throws(UnusableRecord) -> FeedMessage {
    try root.check()
    let named = try namedIdentity()
    switch try Envelope.open(root, &frame) {
    case .article(let place): return try article(place, named)
    case .text(let bytes, let pointer):
      var message = try bare(named)
      if !bytes.isEmpty { message.texts = [FeedText(pointer: pointer, role: .body, bytes: bytes)] }
      return message
    case .nothing: return try bare(named)
    }
  }

  /// The identity at the operator's pointer; where it is absent, null or blank the message's own members are asked.
  private func namedIdentity() throws(UnusableRecord) -> String? {
    guard let path = frame.identity else { return nil }
    let found = try UnusableRecord.orInvalidJSON { () throws(JSONFault) -> MemberIndex.Value? in
      var reader = JSONReader(root.bytes, from: root.start)
      return try reader.go(to: path) ? try MemberIndex.value(&reader) : nil
    }
    guard let found, found.kind != .null else { return nil }
    guard found.kind == .string || found.isWholeNumber(in: root.bytes) else {
      throw UnusableRecord(
        .invalidField, "an identity is a string or a whole number at byte \(found.start) in \(path.text)")
    }
    return ArticleIdentityReader.text(found, root.bytes)
  }

  /// A message with nothing but what stands around it.
  private func bare(_ named: String?) throws(UnusableRecord) -> FeedMessage {
    guard let uri = named ?? frame.key ?? frame.subject else { throw Self.nameless }
    var message = FeedMessage(uri: uri, contentType: "application/json")
    message.declare(frame.language)
    return message
  }

  private static var nameless: UnusableRecord {
    UnusableRecord(
      .missingIdentity,
      "the message has no uri, no id and no other identity, and the record has no key that could stand in")
  }

  private func article(_ place: ArticlePlace, _ named: String?) throws(UnusableRecord) -> FeedMessage {
    guard let index = place.index else { throw Self.nameless }
    let order = place.order ?? .told(by: index)
    let own = try ArticleIdentityReader(place: place, index: index, order: order).identity(frame)
    var header = ArticleHeader(place, index)
    try header.readStatus()
    guard let uri = named ?? own else { throw Self.nameless }
    header.readVersion()
    var message = FeedMessage(
      uri: uri, version: header.version, status: header.status, contentType: "application/json")
    header.readLanguage()
    message.declare(header.language.or(place.language).or(frame.language))
    if message.status == .withdrawn { return message }
    try readTexts(of: place, index, order, header.fault, into: &message)
    return message
  }

  private func readTexts(
    of place: ArticlePlace, _ index: MemberIndex, _ order: DialectOrder, _ fault: JSONFault?,
    into message: inout FeedMessage
  ) throws(UnusableRecord) {
    var texts = FeedTexts(place.bytes, prefix: place.pointer)
    var translations: [FeedTexts] = []
    var fault = fault
    do throws(JSONFault) {
      try texts.take(index, order)
      fault = fault ?? texts.fault
      if let value = index[.translations] {
        translations = try Translations(place).read(value, &fault)
      }
    } catch {
      throw UnusableRecord(.invalidJSON, error.line)
    }
    if let fault { throw UnusableRecord(.invalidField, fault.line) }
    try Self.check(texts)
    message.texts = texts.texts
    var isEmpty = texts.isEmpty
    for translation in translations {
      try Self.check(translation)
      message.texts += translation.texts
      isEmpty = isEmpty && translation.isEmpty
    }
    if isEmpty { try checkWrappers(place, index) }
  }

  private static func check(_ texts: FeedTexts) throws(UnusableRecord) {
    guard let missed = texts.missed else { return }
    throw UnusableRecord(
      .unsupportedContentType,
      "\(missed.pointer) holds the \(missed.role.rawValue) in a form that isn't read, and no plain text stands beside it"
    )
  }

  /// Refuses a message without text in which something could hold an article.
  private func checkWrappers(_ place: ArticlePlace, _ index: MemberIndex) throws(UnusableRecord) {
    for member in Envelope.wrappers {
      guard let value = index[member], value.kind == .object || value.kind == .array, value.isFilled(in: place.bytes)
      else { continue }
      throw UnusableRecord(
        .unsupportedContentType,
        "\(place.pointer)/\(member.rawValue) may hold an article, in a form that isn't read, and no text stands beside it"
      )
    }
  }
}

extension FeedMessage {
  /// Takes over what language is declared.
  fileprivate mutating func declare(_ declared: DeclaredLanguage) {
    language = declared.tag
    isLanguageInvalid = declared == .invalid
  }
}
