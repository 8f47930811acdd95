package import SentenceUnits

/// A unit as its record gives it.
///
/// `spans`, `inline`, `aligned`, `change` and the article's `meta` are names of later versions and passed over.
package struct UnitRecord: Sendable, Equatable {
  package var id = ""
  package var article = ArticleIdentity(uri: "")
  package var sequence = 0
  package var field = ""
  package var block = 0
  package var kind = BlockKind.paragraph
  package var level: Int?
  package var range = TextRange(TextPosition(), TextPosition())
  package var text = ""
  package var before = ""
  package var language = TextLanguage(tag: "und", source: .default, direction: .leftToRight)
  package var translate = true
  package var reason: KeepReason?
  package var context = Context()
  package var contentHash = ""
  package var contextHash = ""
  package var flags: [String] = []
  /// The id of the first unit that this one descends from; only workers that keep state write it.
  package var lineage: String?
  package var rules = ""

  package init() {}

  /// A unit's neighbours.
  package struct Context: Sendable, Equatable {
    package var heading: String?
    package var before: [String] = []
    package var after: [String] = []
    package var previous: String?
    package var next: String?

    package init() {}
  }

  private static let required = [
    "type", "schema", "id", "article", "seq", "field", "block", "range", "text", "lang", "langSource", "dir",
    "translate", "hash", "rules",
  ]

  private enum TypeName: String { case unit }

  /// Reads a record's value; members that aren't known are passed over.
  package init(decoding value: [UInt8]?) throws(RecordDecodingError) {
    var decoder = try RecordDecoder(value)
    try decoder.object(
      required: Self.required, optional: ["before", "reason", "context", "flags", "lineage"]
    ) { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "type": _ = try decoder.name(TypeName.self)
      case "schema": try decoder.expect(schema: "unit/1")
      case "id": id = try decoder.string()
      case "article": article = try decoder.identity()
      case "seq": sequence = try decoder.integer()
      case "field": field = try decoder.string()
      case "block": try readBlock(&decoder)
      case "range": range = try decoder.textRange()
      case "text": text = try decoder.string()
      case "before": before = try decoder.string()
      case "lang": language.tag = try decoder.string()
      case "langSource": language.source = try decoder.name(LanguageSource.self)
      case "dir": language.direction = try decoder.name(TextDirection.self)
      case "translate": translate = try decoder.bool()
      case "reason": reason = try decoder.name(KeepReason.self)
      case "context": try readContext(&decoder)
      case "hash": try readHashes(&decoder)
      case "flags": flags = try decoder.strings()
      case "lineage": lineage = try decoder.string()
      default: rules = try decoder.string()
      }
    }
    try decoder.finish()
  }

  private mutating func readBlock(_ decoder: inout RecordDecoder) throws(RecordDecodingError) {
    try decoder.object(required: ["index", "kind"], optional: ["level"]) {
      (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "index": block = try decoder.integer()
      case "kind": kind = try decoder.name(BlockKind.self)
      default: level = try decoder.integer()
      }
    }
  }

  private mutating func readContext(_ decoder: inout RecordDecoder) throws(RecordDecodingError) {
    try decoder.object(required: [], optional: ["heading", "before", "after", "prev", "next"]) {
      (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "heading": context.heading = try decoder.string()
      case "before": context.before = try decoder.strings()
      case "after": context.after = try decoder.strings()
      case "prev": context.previous = try decoder.string()
      default: context.next = try decoder.string()
      }
    }
  }

  private mutating func readHashes(_ decoder: inout RecordDecoder) throws(RecordDecodingError) {
    try decoder.object(required: ["content", "context"]) { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "content": contentHash = try decoder.string()
      default: contextHash = try decoder.string()
      }
    }
  }
}
