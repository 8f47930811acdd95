extension FeedDialect {
  /// A record as scrapers and data sets of news write it, under names that no standard holds together.
  ///
  /// Source: fundus, newspaper4k, trafilatura, and the public data sets that docs/formats.md names.
  static let scrapedRecord = FeedDialect(
    name: "scraped record", signs: ["/url", "/link", "/content", "/paragraphs", "/abstract"],
    identity: ["/url", "/link"],
    members: [
      Member("/title", .headline), Member("/subtitle", .subheadline),
      Member("/author", .byline, .people), Member("/authors", .byline, .people),
      Member("/abstract", .summary), Member("/description", .summary),
      Member("/teaser", .summary), Member("/lead", .summary), Member("/standfirst", .summary),
      Member("/text", .body), Member("/content", .body, .paragraphs), Member("/paragraphs", .body, .paragraphs),
    ])
}
