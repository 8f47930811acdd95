package import SentenceUnits

/// Writes all records of an article: its units in order, the article record that closes them, the manifest.
package struct ArticleRecordSet: ~Copyable {
  let record: InputRecord
  let article: SegmentedArticle
  let status: ArticleStatus
  /// What the value was read as; empty for a null value.
  let contentType: StaticString
  /// The name of the charset that the value was decoded from; `nil` where it came in UTF-8.
  let charset: String?
  /// How many neighbours' texts each way a unit carries.
  let contextText: Int
  let rules: String
  /// The digest of the article's id.
  let id: Digest128
  /// `"article":{…},`, which every record holds.
  let identityJSON: [UInt8]
  /// `,"rules":"…"}`, the end of unit and article record.
  let rulesJSON: [UInt8]
  /// The pointers of the fields as JSON strings.
  let pointers: [[UInt8]]

  /// Prepares what the records share.
  init(
    _ record: InputRecord, _ article: SegmentedArticle, status: ArticleStatus, contentType: StaticString,
    charset: String? = nil,
    contextText: Int,
    hasher: inout IdentityHasher
  ) throws(UnusableRecord) {
    let rules = try RecordHashes.rules()
    let id = try RecordHashes.article(article.source.identity.uri, &hasher)
    self.record = record
    self.article = article
    self.status = status
    self.contentType = contentType
    self.charset = charset
    self.contextText = max(contextText, 0)
    self.rules = rules
    self.id = id
    identityJSON = Self.identity(article.source.identity)
    rulesJSON = Self.bytes { output in
      JSONWriter.raw(",\"rules\":", to: &output)
      JSONWriter.string(rules, to: &output)
      JSONWriter.raw("}", to: &output)
    }
    pointers = article.source.fields.map { field in Self.bytes { JSONWriter.string(field.pointer, to: &$0) } }
  }

  /// Appends the records to the arena.
  ///
  /// - Complexity: O(*n*) in the article's bytes.
  package func write(into arena: inout RecordArena, hasher: inout IdentityHasher) throws(UnusableRecord) {
    let shared = try writeShared(into: &arena, hasher: &hasher)
    writeUnits(shared, into: &arena)
    writeArticle(shared, into: &arena)
    writeManifest(shared, into: &arena)
  }

  /// Checks the units and writes what the headers of all records share.
  package func writeShared(
    into arena: inout RecordArena, hasher: inout IdentityHasher
  ) throws(UnusableRecord) -> RecordsInCommon {
    try checkUnits()
    let contentHash = try ContentHash.hexadecimal(status: status, article.source, &hasher)
    let digest: Digest256? = if let value = record.value { try RecordHashes.sha256(value, &hasher) } else { nil }
    let headers = RecordHeaders(
      record, uri: article.source.identity.uri, rules: rules, contentHash: contentHash, into: &arena)
    return RecordsInCommon(
      headers: headers, texts: UnitTexts(article), languages: LanguageMembers(article.units), digest: digest,
      timestamp: RecordTime.output(record.timestamp))
  }

  /// Appends the units' records in order.
  package func writeUnits(_ shared: borrowing RecordsInCommon, into arena: inout RecordArena) {
    var chain: [Int] = []
    for index in article.units.indices {
      let value = arena.write { writeUnit(index, shared, &chain, to: &$0) }
      // The event's id begins with the unit's, which is the key.
      let event = shared.headers.add(.unit, id: article.units.span[index].id, to: &arena)
      let key = event.lowerBound..<event.lowerBound + 1 + Digest128.base32Count
      arena.append(to: .units, key: key, value: value, timestamp: shared.timestamp)
    }
  }

  /// Appends the article record, which closes the units.
  package func writeArticle(_ shared: borrowing RecordsInCommon, into arena: inout RecordArena) {
    let key = arena.write { writeArticleID(to: &$0) }
    let value = arena.write { writeArticle(shared, to: &$0) }
    _ = shared.headers.add(.article, id: id, to: &arena)
    arena.append(to: .units, key: key, value: value, timestamp: shared.timestamp)
  }

  /// Appends the manifest's record.
  ///
  /// A withdrawn article has no manifest: a null value takes the old one out of the compacted topic.
  package func writeManifest(_ shared: borrowing RecordsInCommon, into arena: inout RecordArena) {
    let key = arena.write { $0.append(contentsOf: article.source.identity.uri.utf8) }
    let value = status == .withdrawn ? nil : arena.write { writeManifest(shared, to: &$0) }
    _ = shared.headers.add(.manifest, id: id, to: &arena)
    arena.append(to: .manifests, key: key, value: value, timestamp: shared.timestamp)
  }

  /// Refuses units that don't tile their fields: better no record than one that can't be joined again.
  private func checkUnits() throws(UnusableRecord) {
    var field = 0
    var end = 0
    let units = article.units.span
    for index in units.indices {
      let unit = (field: units[index].field, gap: units[index].gap, range: units[index].range.utf8)
      guard article.source.fields.indices.contains(unit.field), unit.field >= field else {
        throw UnusableRecord(.internal, "unit \(index + 1) stands in no field or out of order; please report this")
      }
      if unit.field > field {
        field = unit.field
        end = 0
      }
      guard unit.gap.lowerBound == end, unit.gap.upperBound == unit.range.lowerBound, !unit.range.isEmpty,
        unit.range.upperBound <= article.source.fields[field].bytes.count, units[index].sequence == index + 1
      else {
        throw UnusableRecord(
          .internal, "unit \(index + 1) and the gap before it don't follow on what is before; please report this")
      }
      end = unit.range.upperBound
    }
  }

  /// The member that says whose record it is, with the comma behind it.
  private static func identity(_ identity: ArticleIdentity) -> [UInt8] {
    bytes { output in
      JSONWriter.raw("\"article\":{\"uri\":", to: &output)
      JSONWriter.string(identity.uri, to: &output)
      if let version = identity.version {
        JSONWriter.raw(",\"version\":", to: &output)
        JSONWriter.string(version, to: &output)
      }
      if let language = identity.language {
        JSONWriter.raw(",\"language\":", to: &output)
        JSONWriter.string(language, to: &output)
      }
      JSONWriter.raw("},", to: &output)
    }
  }

  private static func bytes(_ body: (inout ByteOutput) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = bytes.write(body)
    return bytes
  }

  func writeUnitID(_ id: Digest128, to output: inout ByteOutput) {
    output.append(UInt8(ascii: "u"))
    output.append(id)
  }

  func writeArticleID(to output: inout ByteOutput) {
    output.append(UInt8(ascii: "a"))
    output.append(id)
  }

  /// `,"rules":"…"}`, the end of unit and article record.
  func writeRulesAndEnd(to output: inout ByteOutput) {
    output.append(contentsOf: rulesJSON)
  }
}
