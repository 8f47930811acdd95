internal import SentenceUnits

/// What an article's units and its manifest must agree in, as digests: so that they can be held against each other without keeping
/// either.
struct SetDigest: Equatable {
  /// Over the ids in order.
  let ids: Digest128
  /// Over what both hold of each unit, in order; `nil` where not all units were seen.
  let texts: Digest128?

  init(ids: [String], texts: [UInt8]?, _ hasher: inout IdentityHasher) throws(HashingError) {
    var message: [UInt8] = []
    for id in ids { Self.append(id, to: &message) }
    self.ids = try hasher.sha256(of: message.span).leading
    self.texts = if let texts { try hasher.sha256(of: texts.span).leading } else { nil }
  }

  /// The units of a set whose article record lists these ids.
  init(ids: [String], _ entries: [UnitEntry]?, _ hasher: inout IdentityHasher) throws(HashingError) {
    let texts = entries.map { entries in
      entries.reduce(into: [UInt8]()) { message, entry in
        let unit = entry.record
        Self.append(
          unit.field, unit.id, unit.text, unit.before, unit.kind, unit.translate, unit.language.tag, to: &message)
      }
    }
    try self.init(ids: ids, texts: texts, &hasher)
  }

  /// The units of a manifest.
  init(_ manifest: ManifestRecord, _ hasher: inout IdentityHasher) throws(HashingError) {
    var ids: [String] = []
    var texts: [UInt8] = []
    for field in manifest.fields {
      for unit in field.units {
        ids.append(unit.id)
        Self.append(
          field.field, unit.id, unit.text, unit.before, unit.kind, unit.translate, unit.language, to: &texts)
      }
    }
    try self.init(ids: ids, texts: texts, &hasher)
  }

  private static func append(
    _ field: String, _ id: String, _ text: String, _ before: String, _ kind: BlockKind, _ translate: Bool,
    _ language: String, to message: inout [UInt8]
  ) {
    for part in [field, id, text, before, kind.rawValue, language] { append(part, to: &message) }
    message.append(translate ? 1 : 0)
  }

  private static func append(_ part: String, to message: inout [UInt8]) {
    let bytes = part.utf8
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: UInt64(bytes.count) >> UInt64(shift)))
    }
    message.append(contentsOf: bytes)
  }
}
