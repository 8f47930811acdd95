internal import SentenceUnits

/// Reads a record's value as an article message.
///
/// Reasons come in this order, and the first one that holds is told: `too-large`; `unsupported-content-type` by the header;
/// `missing-text` (no bytes at all); `invalid-utf8`, also of bytes that the declared charset doesn't have, or `too-large` of what is
/// decoded from it, whichever byte comes first; `unsupported-content-type` by the bytes, where no header says what they are;
/// `invalid-json`; `unsupported-content-type` of an envelope; `invalid-field` of identity or status; `missing-identity`; here a withdrawal ends well, whatever its other
/// members hold; `invalid-field`; `unsupported-content-type` of a text that has no form that is read. A null value is a withdrawal of the
/// record's key and needs that alone.
package struct FeedDecoder: Sendable {
  private let settings: ProcessorSettings

  package init(settings: ProcessorSettings) {
    self.settings = settings
  }

  /// Reads a record.
  ///
  /// - Complexity: O(*n*) in the value's bytes.
  package func decode(_ record: InputRecord) throws(UnusableRecord) -> FeedMessage {
    var message = try read(record)
    // Each text is a unit at least, so this is known before anything is cut.
    guard
      message.texts.count <= settings.maxUnits
        || message.texts.filter({ !$0.bytes.isBlankText }).count <= settings.maxUnits
    else {
      throw UnusableRecord(
        .tooManyUnits, "the message has \(message.texts.count) texts, and \(settings.maxUnits) units are taken")
    }
    // The identity goes through all revisions; a news URN names one.
    if let (item, revision) = NewsURN.split(message.uri) {
      message.uri = item
      message.version = message.version ?? revision
    }
    return message
  }

  private func read(_ record: InputRecord) throws(UnusableRecord) -> FeedMessage {
    // An event of CloudEvents in binary mode says in a header what it is about.
    let subject = Self.header("ce_subject", of: record).flatMap(Self.identity)
    var key: String? { record.key.flatMap(Self.identity) ?? subject }
    guard let value = record.value else {
      guard let key else {
        throw UnusableRecord(
          .missingIdentity, "a null value withdraws the article that its key names, and the key names none")
      }
      return FeedMessage(uri: key, status: .withdrawn, contentType: "")
    }
    guard value.count <= settings.maxArticleBytes else {
      throw UnusableRecord(.tooLarge, "the value has \(value.count) bytes, and \(settings.maxArticleBytes) are taken")
    }
    let declared = try format(of: record)
    guard !value.isEmpty else { throw UnusableRecord(.missingText, "the value has no bytes") }
    let language = Self.header("content-language", of: record).map { LanguageTag.read($0) } ?? .undetermined

    switch declared {
    case .text(let charset?):
      return try plainText(try decoded(value, from: charset), key: key, language: language)
    case .text(nil):
      try checkUTF8(value, from: 0)
      return try plainText((value, nil), key: key, language: language)
    case .json:
      return try json(value, from: ContentSniffer.jsonStart(value), frame(record.key, subject, language))
    case nil:
      let finding = ContentSniffer.look(at: value)
      if case .json(let start) = finding { return try json(value, from: start, frame(record.key, subject, language)) }
      try checkUTF8(value, from: 0)
      switch finding {
      case .html: throw UnusableRecord(.unsupportedContentType, "the value begins like HTML or XML, which isn't read")
      case .binary:
        throw UnusableRecord(
          .unsupportedContentType, "the value holds a zero byte or begins like a PDF or Avro file, so it isn't text")
      case .json, .text: return try plainText((value, nil), key: key, language: language)
      }
    }
  }

  private static let plainJSON = Array("application/json".utf8)

  /// What a content type says the value is.
  private enum Declared {
    case json
    /// Plain text in a charset; `nil` is UTF-8.
    case text(Charset?)
  }

  /// What the header says the value is; `nil` where it says nothing.
  private func format(of record: InputRecord) throws(UnusableRecord) -> Declared? {
    guard let value = Self.header("content-type", of: record) else { return nil }
    // What nearly every record says.
    if value == Self.plainJSON { return .json }
    guard let type = MediaType(value) else { return nil }
    guard let format = type.format else { throw UnusableRecord(.unsupportedContentType, "\(type.essence) isn't read") }
    let label = type.charset ?? ""
    switch format {
    case .json:
      guard type.isUTF8 else {
        throw UnusableRecord(
          .unsupportedContentType, "\(type.essence) is read in UTF-8 only (RFC 8259), not in \(label)")
      }
      return .json
    case .text:
      if type.isUTF8 { return .text(nil) }
      guard let charset = Charset.find(label) else {
        throw UnusableRecord(.unsupportedContentType, "\(type.essence) isn't read in the charset \(label)")
      }
      return .text(charset)
    }
  }

  /// A value's text in UTF-8.
  ///
  /// Bytes that are none of the charset's are `invalid-utf8`: to whoever reads the code it says what UTF-8 says of the others, that the bytes
  /// aren't what they are declared to be, and the detail names the charset.
  private func decoded(_ value: [UInt8], from charset: Charset) throws(UnusableRecord) -> (
    text: [UInt8], charset: Charset?
  ) {
    do throws(CharsetError) {
      let found = try CharsetDecoder.decode(value, from: charset, limit: settings.maxArticleBytes)
      // What the rest trusts in is checked here: the table is the machine's, not ours.
      guard UTF8Check.firstFault(found.text) == nil else {
        throw .unavailable
      }
      return (found.text, found.charset)
    } catch {
      switch error {
      case .invalid(let position):
        throw UnusableRecord(.invalidUTF8, "the value is no \(charset.name) at byte \(position)")
      case .tooLong:
        throw UnusableRecord(
          .tooLarge,
          "the value, \(value.count) bytes of \(charset.name), has more than \(settings.maxArticleBytes) in UTF-8, and no more are taken"
        )
      case .unavailable:
        throw UnusableRecord(
          .unsupportedContentType, "this machine's C library has no usable table of the charset \(charset.name)")
      }
    }
  }

  private func frame(_ key: [UInt8]?, _ subject: String?, _ language: DeclaredLanguage) -> RecordFrame {
    RecordFrame(recordKey: key, subject: subject, language: language, identity: settings.identity)
  }

  private func json(_ value: [UInt8], from start: Int, _ frame: RecordFrame) throws(UnusableRecord) -> FeedMessage {
    try checkUTF8(value, from: start)
    var decoder = JSONArticleDecoder(value, from: start, frame: frame)
    return try decoder.decode()
  }

  private func plainText(
    _ value: (text: [UInt8], charset: Charset?), key: String?, language: DeclaredLanguage
  ) throws(UnusableRecord) -> FeedMessage {
    guard let key else {
      throw UnusableRecord(.missingIdentity, "plain text is named by its record's key, and the key names nothing")
    }
    // Nothing but a mark of the order of bytes leaves no string.
    let texts = value.text.isEmpty ? [] : [FeedText(pointer: "", role: .body, bytes: value.text)]
    var message = FeedMessage(uri: key, language: language.tag, contentType: "text/plain", texts: texts)
    message.isLanguageInvalid = language == .invalid
    message.charset = value.charset
    return message
  }

  private func checkUTF8(_ value: [UInt8], from start: Int) throws(UnusableRecord) {
    if let fault = UTF8Check.firstFault(value, from: start) {
      throw UnusableRecord(.invalidUTF8, "the value is no UTF-8 at byte \(fault)")
    }
  }

  /// The last header of a name, upper and lower case being one; a null value counts as absent.
  private static func header(_ name: String, of record: InputRecord) -> [UInt8]? {
    for header in record.headers.reversed() where header.name.utf8.count == name.utf8.count {
      var other = name.utf8.makeIterator()
      let isSame = header.name.utf8.allSatisfy { byte in
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        return lower == other.next()
      }
      if isSame { return header.value }
    }
    return nil
  }

  /// A key as an identity: valid UTF-8 that isn't blank.
  static func identity(_ key: [UInt8]) -> String? {
    guard !key.isBlankText, UTF8Check.firstFault(key) == nil else { return nil }
    return String(decoding: key, as: UTF8.self)
  }
}
