extension FeedDialect {
  /// dpa digitalwires: `urn` for the identity, kicker and teaser, HTML in `article_html`.
  ///
  /// Source: messages and converter of dpa-newslab/dpa-digitalwires-to-newsmlg2. `notepad` and `ednotes` are for editors and never text.
  static let digitalwires = FeedDialect(
    name: "dpa digitalwires", signs: ["/urn", "/article_html"], identity: ["/urn"],
    members: [
      Member("/kicker", .kicker), Member("/headline", .headline), Member("/subhead", .subheadline),
      Member("/byline", .byline, .people), Member("/dateline", .dateline),
      Member("/teaser", .summary), Member("/article_html", .body, .unread),
      Member("/descriptions", .caption, .renditions(of: .summary)), Member("/associations", .caption, .associations),
    ])
}
