extension FeedDialect {
  /// An item of the AP Media API, which stands under `/data/item`: ninjs 1.x with `bylines`.
  ///
  /// Its `uri` changes with each request, so `altids.itemid` goes before it. Source: AP Media API 1.1 and 2.x envelopes.
  static let mediaAPIItem = FeedDialect(
    name: "AP Media API item", signs: [], identity: ["/altids/itemid"], ownIdentityFirst: true,
    members: [
      Member("/headline", .headline),
      Member("/bylines", .byline, .people), Member("/located", .dateline),
      Member("/description_summary", .summary), Member("/description_*", .summary, .family(of: .summary)),
      Member("/body_text", .body), Member("/body_*", .body, .family(of: .body)),
      Member("/description_*", .caption, .family(of: .summary)), Member("/associations", .caption, .associations),
    ])
}
