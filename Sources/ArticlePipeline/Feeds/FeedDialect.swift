/// A make of feed: where its messages keep what Nuqta reads, as a table of JSON Pointers (RFC 6901).
///
/// A dialect only says what goes first. A role that its own members leave empty is taken from the plain aliases, then from the
/// other dialects in their order, so that a message that mixes makes loses nothing. To add a feed, write one such table in
/// `Dialects/` and give it its place in `FeedDialect.inOrder`.
struct FeedDialect: Sendable {
  /// A row: the member at a pointer, what it is and how it is read.
  struct Member: Sendable {
    let pointer: String
    let role: TextRole
    let form: MemberForm

    init(_ pointer: String, _ role: TextRole, _ form: MemberForm = .text) {
      self.pointer = pointer
      self.role = role
      self.form = form
    }
  }

  let name: StaticString
  /// Members of which one is enough to tell the dialect.
  let signs: [String]
  /// Where the identity stands when there is no `uri`, no `id` and no key: pointers of one or two names, first choice first.
  let identity: [String]
  /// Whether its own identity goes before `uri`, `id` and the key.
  var ownIdentityFirst = false
  /// The texts, first choice of each role first.
  let members: [Member]

  /// All dialects in the order they are told in: the first one of which a sign is present.
  static let inOrder: [FeedDialect] = [
    .schemaOrgArticle, .digitalwires, .ninjs2, .superdesk, .ninjs1, .jsonFeedItem, .scrapedRecord, .plainAliases,
  ]

  /// Dialects that an envelope tells, not a sign.
  static let enveloped: [FeedDialect] = [.mediaAPIItem]
}
