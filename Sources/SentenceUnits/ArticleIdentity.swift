/// Which article, and which state of it, a record speaks of.
public struct ArticleIdentity: Hashable, Sendable {
  /// What identifies the article through all its revisions.
  public var uri: String
  /// The revision, as the article gives it.
  public var version: String?
  /// The declared language of the article as a BCP 47 tag.
  public var language: String?

  /// Makes an identity.
  public init(uri: String, version: String? = nil, language: String? = nil) {
    self.uri = uri
    self.version = version
    self.language = language
  }
}
