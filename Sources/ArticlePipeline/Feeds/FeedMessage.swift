internal import SentenceUnits

/// A message of any feed in one form: whose text it is, in which state, and the strings to cut.
package struct FeedMessage: Sendable, Equatable {
  /// The article's identity, through all its revisions (`ArticleIdentityReader`); a news URN without its revision.
  package var uri: String
  package var version: String?
  /// The language the message or its headers declare, in canonical form.
  package var language: String?
  /// Whether a language is declared that is no tag, and none besides that is one.
  package var isLanguageInvalid = false
  /// Usable, withheld or withdrawn; that there is no text is seen from `texts`.
  package var status: ArticleStatus
  /// The media type that the value was read as.
  package var contentType: StaticString
  /// The charset that the value was decoded from; `nil` where it came in UTF-8.
  package var charset: Charset?
  /// The strings, in reading order, the article's own before its translations'.
  package var texts: [FeedText]

  package init(
    uri: String, version: String? = nil, language: String? = nil, status: ArticleStatus = .usable,
    contentType: StaticString, texts: [FeedText] = []
  ) {
    self.uri = uri
    self.version = version
    self.language = language
    self.status = status
    self.contentType = contentType
    self.texts = texts
  }

  package static func == (lhs: FeedMessage, rhs: FeedMessage) -> Bool {
    lhs.uri == rhs.uri && lhs.version == rhs.version && lhs.language == rhs.language && lhs.status == rhs.status
      && lhs.isLanguageInvalid == rhs.isLanguageInvalid && lhs.charset == rhs.charset
      && lhs.contentType.description == rhs.contentType.description && lhs.texts == rhs.texts
  }
}
