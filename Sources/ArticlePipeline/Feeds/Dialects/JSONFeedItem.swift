extension FeedDialect {
  /// An item of a JSON Feed.
  ///
  /// Source: jsonfeed.org, versions 1 and 1.1; `authors` of 1.1 goes before `author` of 1.
  static let jsonFeedItem = FeedDialect(
    name: "JSON Feed item", signs: ["/content_text", "/content_html", "/date_published"], identity: ["/url"],
    members: [
      Member("/title", .headline),
      Member("/authors", .byline, .people), Member("/author", .byline, .people),
      Member("/summary", .summary),
      Member("/content_text", .body), Member("/content_html", .body, .unread),
    ])
}
