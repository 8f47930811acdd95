extension FeedDialect {
  /// ninjs as Superdesk pushes it, and its kin: `guid` for the identity, `authors` beside `byline`, HTML in `body_html`.
  ///
  /// Source: the ninjs formatter of superdesk-core. `ednote` and `sign_off` are notes among editors and never text.
  static let superdesk = FeedDialect(
    name: "Superdesk ninjs", signs: ["/guid"], identity: ["/guid"],
    members: [
      Member("/headline", .headline),
      Member("/byline", .byline, .people), Member("/authors", .byline, .people),
      Member("/dateline", .dateline), Member("/located", .dateline),
      Member("/description_text", .summary), Member("/abstract", .summary),
      Member("/body_text", .body), Member("/body_html", .body, .unread),
      Member("/associations", .caption, .associations),
    ])
}
