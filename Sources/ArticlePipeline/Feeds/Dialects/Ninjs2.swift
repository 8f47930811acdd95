extension FeedDialect {
  /// IPTC ninjs 2.0 to 3.1: lists of renditions; 3.x differs in the case of `contentType` and `pubStatus` alone.
  ///
  /// Source: the IPTC's schemas `ninjs-schema_2.0.json` to `_3.1.json`. The draft of 2.0, with `body` and `headline` as lists of
  /// `{name, value}`, is read through the plain aliases.
  static let ninjs2 = FeedDialect(
    name: "ninjs 2.x and 3.x",
    signs: ["/headlines", "/bodies", "/descriptions", "/pubStatus", "/versionCreated", "/altIds", "/by"],
    identity: [],
    members: [
      Member("/headlines", .kicker, .renditions(of: .headline)),
      Member("/headlines", .headline, .renditions(of: .headline)),
      Member("/headlines", .subheadline, .renditions(of: .headline)),
      Member("/by", .byline), Member("/located", .dateline),
      Member("/descriptions", .summary, .renditions(of: .summary)), Member("/bodies", .summary, .renditions(of: .body)),
      Member("/bodies", .body, .renditions(of: .body)),
      Member("/descriptions", .caption, .renditions(of: .summary)), Member("/associations", .caption, .associations),
    ])
}
