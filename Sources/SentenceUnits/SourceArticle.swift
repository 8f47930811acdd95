/// An article as it came, taken apart into fields and blocks, not yet cut.
public struct SourceArticle: Sendable {
  /// Which article this is.
  public var identity: ArticleIdentity
  /// The fields that hold text, in reading order.
  public var fields: [SourceField]

  /// Makes an article.
  public init(identity: ArticleIdentity, fields: [SourceField]) {
    self.identity = identity
    self.fields = fields
  }
}
