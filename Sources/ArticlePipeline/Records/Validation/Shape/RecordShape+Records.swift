internal import SentenceUnits

/// The shapes of our records: Schemas/unit, article and manifest.schema.json, member by member.
///
/// A process test holds both against thousands of damaged records; whoever changes one changes the other.
extension RecordShape {
  /// The shape of a kind of record.
  static func of(_ kind: RecordKind) -> RecordShape {
    switch kind {
    case .unit: unit
    case .article: articleRecord
    case .manifest: manifest
    }
  }

  private static let article = object(
    [required("uri", .text(.notEmpty)), optional("version", .text(.any)), optional("language", .text(.languageTag))])

  private static let range = tuple([.wholeNumber(least: 0), .wholeNumber(least: 1)])
  private static let texts = list(.text(.notEmpty), least: 1)
  private static let kind = oneOf(BlockKind.allCases.map(\.rawValue))

  private static let unit = object([
    required("type", .constant("unit")),
    required("schema", .constant("unit/1")),
    required("id", .text(.unitID)),
    required("article", article),
    required("seq", .wholeNumber(least: 1)),
    required("field", .text(.pointer)),
    required(
      "block",
      .object([
        required("index", .wholeNumber(least: 1)), required("kind", kind), optional("level", .wholeNumber(least: 1)),
      ])),
    required("range", .object([required("utf8", range), required("utf16", range), required("scalar", range)])),
    required("text", .text(.notEmpty)),
    optional("before", .text(.notEmpty)),
    required("lang", .text(.languageTag)),
    required("langSource", .oneOf(["declared", "detected", "default"])),
    required("dir", .oneOf(["ltr", "rtl"])),
    required("translate", .truth),
    optional("reason", .oneOf(["hashtags", "noLetters", "codes", "marked"])),
    optional(
      "context",
      .object(
        [
          optional("heading", .text(.notEmpty)), optional("before", texts), optional("after", texts),
          optional("prev", .text(.unitID)), optional("next", .text(.unitID)),
        ], least: 1)),
    required("hash", .object([required("content", .text(.digest)), required("context", .text(.digest))])),
    optional("flags", .list(.text(.any), least: 1, isUnique: true)),
    required("rules", .text(.rules)),
  ])

  private static let articleRecord = object([
    required("type", .constant("article")),
    required("schema", .constant("article/1")),
    required("id", .text(.articleID)),
    required("article", article),
    required("status", .oneOf(["usable", "withheld", "withdrawn", "empty"])),
    required("units", .list(.text(.unitID), isUnique: true)),
    required("rules", .text(.rules)),
  ])

  private static let manifestUnit = object([
    required("id", .text(.unitID)),
    required("text", .text(.notEmpty)),
    optional("before", .text(.notEmpty)),
    required("kind", kind),
    required("translate", .truth),
    required("lang", .text(.languageTag)),
  ])

  private static let manifest = object([
    required("schema", .constant("manifest/1")),
    required("article", article),
    required(
      "source",
      .object([
        required("topic", .text(.notEmpty)), required("partition", .wholeNumber(least: 0)),
        required("offset", .wholeNumber(least: 0)), required("contentType", .text(.any)),
        optional("charset", .text(.notEmpty)),
        required("sha256", .text(.sha256)),
      ])),
    required("rules", .text(.rules)),
    required(
      "fields",
      .list(
        .object([
          required("field", .text(.pointer)), required("format", .oneOf(["text"])),
          required("units", .list(manifestUnit)), optional("after", .text(.notEmpty)),
        ]))),
  ])
}
