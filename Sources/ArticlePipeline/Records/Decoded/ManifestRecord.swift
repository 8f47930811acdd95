package import SentenceUnits

/// A manifest: every string of an article as its units and the gaps between them.
///
/// `spans` and `inline` of its units are names of later versions and passed over.
package struct ManifestRecord: Sendable, Equatable {
  package var article = ArticleIdentity(uri: "")
  package var source = Source()
  package var rules = ""
  package var fields: [Field] = []

  package init() {}

  /// Where the article came from.
  package struct Source: Sendable, Equatable {
    package var topic = ""
    package var partition = 0
    package var offset = 0
    package var contentType = ""
    /// The charset that the input was decoded from; `nil` for UTF-8.
    package var charset: String?
    /// SHA-256 of the input's value, in hexadecimal digits.
    package var sha256 = ""

    package init() {}
  }

  /// A string of the article.
  package struct Field: Sendable, Equatable {
    package var field = ""
    package var format = ""
    package var units: [Unit] = []
    /// What stands behind the last unit.
    package var after = ""

    package init() {}

    /// The string, put together from its units and gaps.
    package var text: String {
      units.reduce(into: "") { text, unit in text += unit.before + (unit.raw ?? unit.text) } + after
    }
  }

  /// A unit of a string.
  package struct Unit: Sendable, Equatable {
    package var id = ""
    package var lineage: String?
    package var text = ""
    /// The slice of the source where it is not the text: it holds markup.
    package var raw: String?
    package var before = ""
    package var kind = BlockKind.paragraph
    package var translate = true
    package var language = ""

    package init() {}
  }

  /// Reads a record's value; members that aren't known are passed over.
  package init(decoding value: [UInt8]?) throws(RecordDecodingError) {
    var decoder = try RecordDecoder(value)
    try decoder.object(required: ["schema", "article", "source", "rules", "fields"]) {
      (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "schema": try decoder.expect(schema: "manifest/1")
      case "article": article = try decoder.identity()
      case "source": source = try Self.source(&decoder)
      case "rules": rules = try decoder.string()
      default: try decoder.list { (decoder) throws(RecordDecodingError) in fields.append(try Self.field(&decoder)) }
      }
    }
    try decoder.finish()
  }

  private static func source(_ decoder: inout RecordDecoder) throws(RecordDecodingError) -> Source {
    var source = Source()
    try decoder.object(
      required: ["topic", "partition", "offset", "contentType", "sha256"], optional: ["charset"]
    ) { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "topic": source.topic = try decoder.string()
      case "partition": source.partition = try decoder.integer()
      case "offset": source.offset = try decoder.integer()
      case "contentType": source.contentType = try decoder.string()
      case "charset": source.charset = try decoder.string()
      default: source.sha256 = try decoder.string()
      }
    }
    return source
  }

  private static func field(_ decoder: inout RecordDecoder) throws(RecordDecodingError) -> Field {
    var field = Field()
    try decoder.object(required: ["field", "format", "units"], optional: ["after"]) {
      (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "field": field.field = try decoder.string()
      case "format": field.format = try decoder.string()
      case "units":
        try decoder.list { (decoder) throws(RecordDecodingError) in field.units.append(try unit(&decoder)) }
      default: field.after = try decoder.string()
      }
    }
    return field
  }

  private static func unit(_ decoder: inout RecordDecoder) throws(RecordDecodingError) -> Unit {
    var unit = Unit()
    try decoder.object(
      required: ["id", "text", "kind", "translate", "lang"], optional: ["before", "raw", "lineage"]
    ) { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "id": unit.id = try decoder.string()
      case "text": unit.text = try decoder.string()
      case "kind": unit.kind = try decoder.name(BlockKind.self)
      case "translate": unit.translate = try decoder.bool()
      case "lang": unit.language = try decoder.string()
      case "before": unit.before = try decoder.string()
      case "raw": unit.raw = try decoder.string()
      default: unit.lineage = try decoder.string()
      }
    }
    return unit
  }
}
