internal import SentenceUnits

/// Reads a JSON article with the plain aliases (`JSONArticleMembers`) in one pass.
struct JSONArticleDecoder {
  /// What was found of a role: the best member so far.
  struct Found {
    var role: TextRole
    var rank: Int
    var texts: [FeedText]
    var isBlank: Bool
  }

  /// The strings of the article or of one of its translations.
  struct Strings {
    /// The pointer of the object they stand in.
    var prefix = ""
    var language = DeclaredLanguage.undetermined
    var found: [Found] = []
    /// The first member of each role that holds text in a form that isn't read.
    var unread: [(role: TextRole, pointer: String)] = []
    /// The first member that may hold the whole article.
    var wrapper: String?
    /// Whether it is an envelope of CloudEvents, whose `id` is not the article's.
    var isEnvelope = false
    /// The members seen, a bit each.
    var seen: UInt64 = 0

    /// The text that isn't read though it is the fullest.
    ///
    /// That is a body without one that is read, a summary with neither, a headline with no text at all: what is read is then not the
    /// article, and must not pass for it.
    var missed: (role: TextRole, pointer: String)? {
      let read = Set(found.filter { !$0.isBlank }.map(\.role))
      return unread.first { unread in
        switch unread.role {
        case .body: !read.contains(.body)
        case .summary: !read.contains(.body) && !read.contains(.summary)
        default: read.isEmpty
        }
      }
    }
  }

  var reader: JSONReader
  /// The first member of a wrong type: told only once it is known that the message isn't a withdrawal.
  var fieldFault: JSONFault?
  /// The same for the members that say which article it is and in which state.
  var identityFault: JSONFault?
  var uri: String?
  var id: String?
  var version: String?
  /// What the best of the status members says; without a value it says what isn't known.
  var status: (rank: Int, value: ArticleStatus?, fault: JSONFault?)?
  var article = Strings()
  var translations: [Strings] = []

  init(_ bytes: [UInt8], from start: Int) {
    reader = JSONReader(bytes, from: start)
  }

  /// Reads the article; `key` stands in for an identity that the message doesn't give.
  mutating func decode(key: String?, declaredLanguage: DeclaredLanguage) throws(UnusableRecord) -> FeedMessage {
    var isObject = false
    do throws(JSONFault) {
      isObject = try reader.peek() == .object
      if isObject {
        article = try readStrings(Strings(), isTranslation: false)
      } else {
        try reader.skipValue()
      }
      try reader.finish()
    } catch {
      throw UnusableRecord(.invalidJSON, error.line)
    }
    guard isObject else {
      throw UnusableRecord(.invalidField, "an article is a JSON object, and this is another value")
    }
    return try message(key: key, declaredLanguage: declaredLanguage)
  }

  /// Puts together what was read, reasons in the order that `FeedDecoder` documents.
  private func message(key: String?, declaredLanguage: DeclaredLanguage) throws(UnusableRecord) -> FeedMessage {
    if article.isEnvelope, article.wrapper != nil {
      throw UnusableRecord(.unsupportedContentType, "an envelope of CloudEvents isn't read")
    }
    if let fault = identityFault ?? status?.fault { throw UnusableRecord(.invalidField, fault.line) }
    guard let identity = uri ?? id ?? key else {
      throw UnusableRecord(
        .missingIdentity, "the message has no uri and no id, and the record has no key that could stand in")
    }
    let language = article.language.or(declaredLanguage)
    var message = FeedMessage(
      uri: identity, version: version, language: language.tag, status: status?.value ?? .usable,
      contentType: "application/json")
    message.isLanguageInvalid = language == .invalid
    if message.status == .withdrawn { return message }
    if let fieldFault { throw UnusableRecord(.invalidField, fieldFault.line) }
    for strings in [article] + translations {
      if let missed = strings.missed {
        throw UnusableRecord(
          .unsupportedContentType,
          "\(missed.pointer) holds the \(missed.role.rawValue) in a form that isn't read, and no plain text stands beside it"
        )
      }
      message.texts += strings.found.sorted { $0.role.order < $1.role.order }.flatMap(\.texts)
    }
    if let wrapper = article.wrapper, message.texts.allSatisfy(\.bytes.isBlankText) {
      throw UnusableRecord(
        .unsupportedContentType,
        "\(wrapper) may hold an article, in a form that isn't read, and no text stands beside it")
    }
    return message
  }
}
