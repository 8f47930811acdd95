internal import SentenceUnits

/// Opens what an article comes in: events of CloudEvents, envelopes of APIs, lists of one.
///
/// An envelope's own members are no part of the article: its `id` names the event or the request.
enum Envelope {
  /// What stands inside.
  enum Content {
    case article(ArticlePlace)
    /// A text that is no JSON: the body, plain.
    case text([UInt8], pointer: String)
    /// An event without data.
    case nothing
  }

  /// How many envelopes may stand in each other.
  private static let limit = 4

  /// Members that hold an article, or a list of one, in an object that is none itself.
  static let wrappers: [StructuralMember] = [.data, .article, .item, .items, .articles, .graph]

  /// Opens all envelopes around an article; `frame` takes up what they say of it.
  static func open(_ place: ArticlePlace, _ frame: inout RecordFrame) throws(UnusableRecord) -> Content {
    var place = place
    var isEvent = false
    for _ in 0...limit {
      guard place.index != nil else {
        place = try ArticleList(place).one(isWhole: true) ?? place
        if place.index == nil { throw Self.noObject(place) }
        continue
      }
      if !isEvent, place.index?[.specversion] != nil, let event = CloudEvent(place) {
        isEvent = true
        frame.subject = place.string(.subject) ?? frame.subject
        switch try event.data() {
        case .article(let data): place = data
        case let other: return other
        }
        continue
      }
      guard let inner = try inner(of: place) else { return .article(place) }
      place = inner
    }
    throw UnusableRecord(.unsupportedContentType, "\(place.pointer) stands in more than \(limit) envelopes")
  }

  private static func noObject(_ place: ArticlePlace) -> UnusableRecord {
    UnusableRecord(
      .invalidField,
      "an article is a JSON object, and \(place.pointer.isEmpty ? "this" : place.pointer) is another value")
  }

  /// What stands in an object that is no article itself; `nil` where it is one, or nothing that could be one stands in it.
  private static func inner(of place: ArticlePlace) throws(UnusableRecord) -> ArticlePlace? {
    guard let index = place.index else { return nil }
    if let items = index[.items], items.kind == .array,
      place.string(.version)?.hasPrefix("https://jsonfeed.org/version/") == true
    {
      var feed = place
      feed.language = place.bytes(.language).map { LanguageTag.read($0) } ?? place.language
      return try ArticleList(try feed.inner(.items, items)).one(isWhole: true)
    }
    guard !isArticle(place, index) else { return nil }
    if let data = index[.data], data.kind == .object {
      let inner = try place.inner(.data, data)
      if let item = inner.index?[.item], item.kind == .object {
        var item = try inner.inner(.item, item)
        item.order = .mediaAPIItem
        return item
      }
      if let members = inner.index, isArticle(inner, members) || wrappers.contains(where: { members[$0] != nil }) {
        return inner
      }
    }
    for member in wrappers {
      guard let value = index[member] else { continue }
      if value.kind == .object, member != .data { return try place.inner(member, value) }
      if value.kind == .array, let one = try ArticleList(try place.inner(member, value)).one(isWhole: false) {
        return one
      }
    }
    return nil
  }

  /// Whether an object says itself which article it is, in which state, or with which text.
  private static func isArticle(_ place: ArticlePlace, _ index: MemberIndex) -> Bool {
    guard index.present.isDisjoint(with: DialectOrder.articleSigns), index.families.isEmpty else { return true }
    guard let status = place.bytes(.status) else { return false }
    return StatusWord(status, isPlain: true) != .silent
  }
}
