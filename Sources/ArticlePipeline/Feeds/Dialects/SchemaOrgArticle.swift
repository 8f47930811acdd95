extension FeedDialect {
  /// schema.org Article and its kin, NewsArticle above all, as pages carry them in JSON-LD.
  ///
  /// Source: schema.org/NewsArticle, /CreativeWork and /ImageObject.
  static let schemaOrgArticle = FeedDialect(
    name: "schema.org article",
    signs: ["/@type", "/@context", "/@id", "/articleBody", "/mainEntityOfPage", "/inLanguage", "/alternativeHeadline"],
    identity: ["/@id", "/url", "/mainEntityOfPage", "/mainEntityOfPage/@id"],
    members: [
      Member("/headline", .headline), Member("/alternativeHeadline", .subheadline),
      Member("/author", .byline, .people), Member("/creator", .byline, .people),
      Member("/dateline", .dateline),
      Member("/description", .summary), Member("/abstract", .summary),
      Member("/articleBody", .body), Member("/text", .body),
      Member("/image", .caption, .images),
    ])
}
