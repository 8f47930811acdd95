extension FeedDialect {
  /// Our own names and the commonest of others: the flat message that anyone can write.
  static let plainAliases = FeedDialect(
    name: "plain aliases", signs: [], identity: [],
    members: [
      Member("/kicker", .kicker),
      Member("/headline", .headline), Member("/title", .headline),
      Member("/subheadline", .subheadline),
      Member("/byline", .byline, .people), Member("/author", .byline, .people),
      Member("/dateline", .dateline),
      Member("/summary", .summary), Member("/description", .summary),
      Member("/body", .body), Member("/body_text", .body), Member("/text", .body), Member("/content_text", .body),
      Member("/body_html", .body, .unread), Member("/content_html", .body, .unread),
      Member("/captions", .caption, .captions),
    ])
}
