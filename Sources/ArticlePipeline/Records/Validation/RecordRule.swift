/// What a record can be found to break, under the name that reports give it.
package enum RecordRule: String, Sendable, CaseIterable {
  // The schema's part: Schemas/*.schema.json.
  case json
  case schemaKind = "schema-kind"
  case schemaRequired = "schema-required"
  case schemaType = "schema-type"
  case schemaValue = "schema-value"
  case schemaPattern = "schema-pattern"
  case schemaMinimum = "schema-minimum"
  case schemaLength = "schema-length"
  case schemaUnique = "schema-unique"
  case schemaForbidden = "schema-forbidden"
  case member

  // A unit by itself.
  case unitRange = "unit-range"
  case unitLength = "unit-length"
  case unitContent = "unit-content"
  case unitReason = "unit-reason"

  // A unit among the others of its article.
  case unitID = "unit-id"
  case unitSequence = "unit-seq"
  case unitTwice = "unit-twice"
  case unitDiffers = "unit-differs"
  case unitField = "unit-field"
  case unitBlock = "unit-block"
  case unitTile = "unit-tile"
  case unitNeighbour = "unit-neighbour"
  case unitContextText = "unit-context-text"
  case unitHeading = "unit-heading"
  case unitContextHash = "unit-context-hash"

  // An article's set.
  case articleID = "article-id"
  case articleIdentity = "article-identity"
  case articleUnits = "article-units"
  case articleUnclosed = "article-unclosed"

  // A manifest.
  case manifestField = "manifest-field"
  case manifestID = "manifest-id"
  case manifestUnits = "manifest-units"
  case manifestTexts = "manifest-texts"
  case manifestRebuild = "manifest-rebuild"
  case manifestMissing = "manifest-missing"
  case manifestPartition = "manifest-partition"

  // What stands around a value on a topic.
  case key
  case header
  case timestamp
  case tombstone

  // What is no breach.
  case scopeUnknown = "scope-unknown"
  case articlePartial = "article-partial"
  case articleOpen = "article-open"
  case cutOff = "cut-off"
  case unitRepeated = "unit-repeated"
  case articleRepeated = "article-repeated"
  case manifestAlone = "manifest-alone"
  case notCompared = "not-compared"

  /// How bad a finding is.
  package enum Severity: String, Sendable, CaseIterable {
    /// The contract is broken.
    case violation
    /// Nothing is broken, but something can't be told, or is as it should be only while a worker is at work.
    case warning
    /// Worth knowing.
    case note
  }

  /// How bad it is to break the rule.
  package var severity: Severity {
    switch self {
    case .scopeUnknown, .articlePartial, .articleOpen, .cutOff: .warning
    case .unitRepeated, .articleRepeated, .manifestAlone, .notCompared: .note
    default: .violation
    }
  }

  /// Whether the rule is the schema's.
  package var isSchema: Bool { self == .json || rawValue.hasPrefix("schema-") }
}
