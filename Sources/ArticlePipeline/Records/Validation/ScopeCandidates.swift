/// The scopes that the ids of a field's units may be made with.
///
/// A record doesn't hold the scope. A field that goes by a canonical name has that one; for any other all of the contract's are
/// tried, for a translation's each with the languages that its units and article name.
struct ScopeCandidates {
  let scopes: [String]
  /// Whether there can be no other: then an id that none of them gives is wrong.
  let isCertain: Bool

  init(pointer: String, languages: [String], areDeclared: Bool) {
    let parts = pointer.split(separator: "/").map(String.init)
    let name = parts.last { $0.utf8.contains { !TextForm.isDigit($0) } }
    let own = name.flatMap { Self.certain.contains($0) ? $0 : nil }
    if Self.translation(of: pointer) != nil {
      let roles = own.map { [$0] } ?? Self.ordered(for: name)
      scopes = languages.flatMap { language in roles.map { "\(language)/\($0)" } }
      isCertain = areDeclared
    } else if parts.isEmpty {
      scopes = [TextRole.body.rawValue]
      isCertain = true
    } else if let own, parts.count == 1 {
      scopes = [own]
      isCertain = true
    } else {
      scopes = Self.ordered(for: name)
      isCertain = true
    }
  }

  /// Which translation a pointer leads into: the pointer up to its number, or the list; `nil` for the article itself.
  static func translation(of pointer: String) -> String? {
    let parts = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = parts.firstIndex(of: "translations") else { return nil }
    return parts.prefix(place + 2).joined(separator: "/")
  }

  /// Names that say the scope by themselves.
  private static let certain: Set<String> = [
    "kicker", "headline", "subheadline", "byline", "dateline", "summary", "body",
  ]

  /// Usual names of members and what they mostly are, so that the first try mostly fits.
  private static let usual = [
    "title": "headline", "description": "summary", "author": "byline", "name": "byline", "captions": "caption",
    "caption": "caption", "text": "caption",
  ]

  private static func ordered(for name: String?) -> [String] {
    let body = TextRole.body.rawValue
    let all = [body] + TextRole.allCases.map(\.rawValue).filter { $0 != body }
    guard let name, let first = certain.contains(name) ? name : usual[name] else { return all }
    return [first] + all.filter { $0 != first }
  }
}
