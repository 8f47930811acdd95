/// What a rendition of a text is: for which role, in which form, and how good a choice.
///
/// ninjs leaves roles to the provider. The words below are those of its examples and of agencies' messages; a role may be a
/// qcode (`drol:caption`) or several words (`caption_xhtml`).
struct RenditionKind: Equatable {
  /// The role its text has; `nil` where it is no text of the article (a credit line).
  var role: TextRole?
  /// Whether it is markup, or any form but plain text, by what its role or content type says.
  var isMarkup = false
  /// What goes before: the lowest.
  var rank = 0
  /// Whether a word says that it is text; without one, a single word may be a setting (`body_type`).
  var isSurelyText = false

  private static let markup: Set<String> = [
    "html", "xhtml", "html5", "richhtml", "richhtml5", "richtext", "rich", "nitf", "ttnitf", "xml", "rtf", "markdown",
    "md",
  ]
  private static let captions: Set<String> = ["caption", "cutline"]
  private static let kickers: Set<String> = ["kicker", "overline", "eyebrow", "roofline", "strapline"]
  private static let subheadlines: Set<String> = ["subheadline", "subhead", "subtitle", "sub", "deck"]
  private static let summaries: Set<String> = ["summary", "abstract", "lead", "lede", "teaser", "standfirst", "intro"]
  private static let credits: Set<String> = ["creditline", "credit"]
  private static let best: Set<String> = ["main", "text", "plain", "simple"]

  /// Reads the role of a rendition of a text; an empty one is none.
  init(role name: some Sequence<UInt8>, of base: TextRole) {
    role = base
    var words: [Substring] = []
    let lowered = String(decoding: Array(name), as: UTF8.self).lowercased()
    let tail = lowered.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
    words = tail.split { $0 == "_" || $0 == "-" || $0 == " " || $0 == "/" }
    rank = words.isEmpty ? 1 : 3
    for word in words.map(String.init) {
      if Self.markup.contains(word) { isMarkup = true }
      if word == "main" || (Self.best.contains(word) && rank > 1) { rank = word == "main" ? 0 : 1 }
      if Self.best.contains(word) { isSurelyText = true }
      if word == "note" { rank = 4 }
      switch base {
      case .headline:
        if Self.kickers.contains(word) { role = .kicker }
        if Self.subheadlines.contains(word) { role = .subheadline }
      case .summary, .body:
        if Self.captions.contains(word) { role = .caption }
        if Self.credits.contains(word) { role = nil }
        if Self.summaries.contains(word) {
          role = .summary
          rank = min(rank, 2)
        }
      default: break
      }
    }
  }

  /// Takes in the content type that stands beside the role.
  mutating func declare(contentType: [UInt8]) {
    let type = String(decoding: contentType, as: UTF8.self).lowercased()
    guard !type.allSatisfy(\.isWhitespace) else { return }
    isSurelyText = true
    isMarkup = !type.hasPrefix("text/") || ["html", "xml", "nitf", "rtf", "markdown"].contains { type.contains($0) }
  }
}
