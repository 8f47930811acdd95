extension FeedDialect {
  /// IPTC ninjs 1.0 to 1.6: `headline`, and families of names by prefix.
  ///
  /// Source: the IPTC's schemas `ninjs-schema_1.0.json` to `_1.6.json` (patterns `^body_…`, `^description_…`, from 1.3 `^headline_…`).
  static let ninjs1 = FeedDialect(
    name: "ninjs 1.x", signs: ["/pubstatus", "/versioncreated", "/located", "/description_text", "/associations"],
    identity: [],
    members: [
      Member("/headline", .headline), Member("/headline_*", .headline, .family(of: .headline)),
      Member("/headline_*", .kicker, .family(of: .headline)),
      Member("/headline_*", .subheadline, .family(of: .headline)),
      Member("/byline", .byline, .people),
      Member("/located", .dateline),
      Member("/description_text", .summary), Member("/description_*", .summary, .family(of: .summary)),
      Member("/body_text", .body), Member("/body_*", .body, .family(of: .body)),
      Member("/body_*", .summary, .family(of: .body)),
      Member("/description_*", .caption, .family(of: .summary)), Member("/associations", .caption, .associations),
    ])
}
