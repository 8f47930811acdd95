/// The members of a JSON article that are known, as a table: what each is, and which goes before which.
///
/// Where several members of one role are present, the first one in the table that isn't blank is cut and the others are passed over:
/// the same text often stands twice in a message.
struct JSONArticleMembers {
  /// What a member is.
  enum Meaning: Sendable, Equatable {
    case uri, id, version, language, status, captions, translations
    /// A string of the article.
    case text(TextRole)
    /// A string, or people as objects with a `name`, or a list of either.
    case names(TextRole)
    /// A text in a form that isn't read yet, markup or the names of other makes of feed.
    case unread(TextRole)
    /// What may hold the whole article, in feeds of other makes.
    case wrapper
    /// What only an envelope of CloudEvents has.
    case envelope
  }

  /// A row of the table.
  struct Member: Sendable {
    let name: StaticString
    let meaning: Meaning
    /// The row's place in the table: what goes before, and the bit that tells a duplicate.
    var rank = 0

    init(_ name: StaticString, _ meaning: Meaning) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// At most 64 rows.
  private static let table: [Member] = [
    Member("uri", .uri),
    Member("id", .id),
    Member("version", .version),
    Member("language", .language),
    // The IPTC's names go before the plain one, which other feeds use for other things too.
    Member("pubStatus", .status),
    Member("pubstatus", .status),
    Member("status", .status),
    Member("kicker", .text(.kicker)),
    Member("headline", .text(.headline)),
    Member("title", .text(.headline)),
    Member("subheadline", .text(.subheadline)),
    Member("byline", .names(.byline)),
    Member("author", .names(.byline)),
    Member("dateline", .text(.dateline)),
    Member("summary", .text(.summary)),
    Member("description", .text(.summary)),
    Member("body", .text(.body)),
    Member("body_text", .text(.body)),
    Member("text", .text(.body)),
    Member("content_text", .text(.body)),
    Member("captions", .captions),
    Member("translations", .translations),
    Member("body_html", .unread(.body)),
    Member("content_html", .unread(.body)),
    Member("body_xhtml", .unread(.body)),
    Member("body_html5", .unread(.body)),
    Member("body_richhtml5", .unread(.body)),
    Member("article_html", .unread(.body)),
    Member("bodies", .unread(.body)),
    Member("articleBody", .unread(.body)),
    Member("content", .unread(.body)),
    Member("paragraphs", .unread(.body)),
    Member("abstract", .unread(.summary)),
    Member("teaser", .unread(.summary)),
    Member("lead", .unread(.summary)),
    Member("standfirst", .unread(.summary)),
    Member("descriptions", .unread(.summary)),
    Member("headlines", .unread(.headline)),
    Member("data", .wrapper),
    Member("item", .wrapper),
    Member("items", .wrapper),
    Member("article", .wrapper),
    Member("articles", .wrapper),
    Member("specversion", .envelope),
  ]

  /// Names of ninjs 1.x that end as the publisher likes: `body_main`, `description_text`, `headline_main`.
  private static let families: [(prefix: StaticString, role: TextRole)] = [
    ("body_", .body), ("description_", .summary), ("headline_", .headline),
  ]

  /// The role of a text whose name only begins as one that is known; `nil` where the name doesn't.
  static func family(_ key: JSONReader.Key, in reader: JSONReader) -> TextRole? {
    guard key.range.count > 5 else { return nil }
    let name = key.isEscaped ? reader.name(of: key)[...] : reader.bytes[key.range]
    return families.first { family in
      name.count > family.prefix.utf8CodeUnitCount
        && family.prefix.withUTF8Buffer { name.starts(with: $0) }
    }?.role
  }

  /// The rows by the length of their names.
  private static let byLength: [[Member]] = {
    var rows = [[Member]](repeating: [], count: 1 + (table.map(\.name.utf8CodeUnitCount).max() ?? 0))
    for (rank, member) in table.enumerated() {
      var member = member
      member.rank = rank
      rows[member.name.utf8CodeUnitCount].append(member)
    }
    return rows
  }()

  /// The row of a name; `nil` where the name isn't known.
  static func find(_ key: JSONReader.Key, in reader: JSONReader) -> Member? {
    let length = key.isEscaped ? reader.name(of: key).count : key.range.count
    guard length < byLength.count else { return nil }
    return byLength[length].first { reader.matches(key, $0.name) }
  }
}
