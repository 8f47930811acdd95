internal import SentenceUnits

/// What becomes of each kind of record.
extension RecordChecker {
  mutating func read(_ unit: UnitRecord, _ value: [UInt8], _ record: CheckedRecord) throws(HashingError) {
    totals.units += 1
    let content = try UnitCheck(record: unit, position: record.position).run(&log, &hasher)
    if let envelope = record.envelope {
      let article = ArticleID(try hasher.article(unit.article.uri))
      EnvelopeCheck(envelope: envelope, position: record.position)
        .run(.unit, id: unit.id, article: article, uri: unit.article.uri, rules: unit.rules, &log)
    }
    let partition = record.position.partition
    let key = OpenKey(partition: partition, uri: Array(unit.article.uri.utf8))
    var set = open[key] ?? UnitSet(isCutOff: beginnings.contains(partition))
    beginnings.remove(partition)
    set.add(
      UnitEntry(
        record: unit, position: record.position, value: try hasher.sha256(of: value.span).leading, content: content,
        envelope: record.envelope), &log)
    open[key] = set
  }

  mutating func read(_ article: ArticleRecord, _ record: CheckedRecord) throws(HashingError) {
    totals.articles += 1
    let uri = try hasher.article(article.article.uri)
    let id = ArticleID(uri)
    if !id.description.utf8.elementsEqual(article.id.utf8) {
      log.add(.articleID, record.position, "/id", "\(id), from the uri")
    }
    if let envelope = record.envelope {
      EnvelopeCheck(envelope: envelope, position: record.position)
        .run(.article, id: article.id, article: id, uri: article.article.uri, rules: article.rules, &log)
    }
    let partition = record.position.partition
    let key = OpenKey(partition: partition, uri: Array(article.article.uri.utf8))
    let isBeginning = beginnings.remove(partition) != nil
    let set = open.removeValue(forKey: key) ?? UnitSet(isCutOff: isBeginning)
    let isWhole = checkList(article, set, record)
    try UnitSetCheck(set.entries, isWhole: isWhole).run(&log, &hasher)
    checkMembers(article, set, record)

    let digest: SetDigest? =
      article.status == .withdrawn
      ? nil : try SetDigest(ids: article.units, isWhole ? set.entries : nil, &hasher)
    if join.addSet(ManifestJoin.Side(position: record.position, digest: digest), of: uri) {
      log.add(.articleRepeated, record.position, "", "nothing; the article is repeated as it was")
    }
  }

  mutating func read(_ manifest: ManifestRecord, _ record: CheckedRecord) throws(HashingError) {
    totals.manifests += 1
    let uri = try hasher.article(manifest.article.uri)
    try ManifestCheck(manifest: manifest, position: record.position).run(&log, &hasher)
    if let envelope = record.envelope {
      let check = EnvelopeCheck(envelope: envelope, position: record.position)
      check.run(.manifest, id: nil, article: ArticleID(uri), uri: manifest.article.uri, rules: manifest.rules, &log)
      var source: [UInt8] = []
      _ = source.write { RecordHeaders.writeSource(ofTopic: manifest.source.topic, to: &$0) }
      if let header = envelope.headers.last(where: { $0.name == "ce_source" })?.value, header != source {
        log.add(
          .header, record.position, "header ce_source",
          "'\(String(decoding: source, as: UTF8.self))', as the value says")
      }
    }
    join.addManifest(
      ManifestJoin.Side(position: record.position, digest: try SetDigest(manifest, &hasher)), of: uri)
  }

  /// A null value: of a unit that went, or of the manifest of a withdrawn article.
  mutating func checkTombstone(_ record: CheckedRecord) throws(HashingError) {
    totals.tombstones += 1
    let key = record.envelope?.key ?? []
    let isText = UTF8Check.firstFault(key) == nil && !key.isEmpty
    switch record.stream {
    case .manifests:
      guard isText else { return log.add(.key, record.position, "key", "the uri of the article that was withdrawn") }
      let text = String(decoding: key, as: UTF8.self)
      let uri = try hasher.article(text)
      if let envelope = record.envelope {
        EnvelopeCheck(envelope: envelope, position: record.position)
          .run(.manifest, id: nil, article: ArticleID(uri), uri: text, rules: nil, &log)
      }
      join.addManifest(ManifestJoin.Side(position: record.position, digest: nil), of: uri)
    case .units:
      if !TextForm.unitID.matches(key) {
        log.add(.tombstone, record.position, "key", "a unit's id; a null value takes a unit away and nothing else")
      }
    case .deadLetters, nil:
      break
    }
  }

  /// Whether the article record lists what was seen, no more and no less; then the set is whole.
  private mutating func checkList(_ article: ArticleRecord, _ set: UnitSet, _ record: CheckedRecord) -> Bool {
    let seen = set.entries.map(\.record.id)
    if Self.isSame(article.units, seen) { return set.isGapless }
    if set.isCutOff, seen.count < article.units.count, Self.isSame(Array(article.units.suffix(seen.count)), seen) {
      if seen.isEmpty {
        log.add(.cutOff, record.position, "/units", "the units before; the log begins in the midst of this article")
      }
      return false
    }
    let listed = Set(article.units.map { Array($0.utf8) })
    let found = Set(seen.map { Array($0.utf8) })
    let missing = article.units.enumerated().filter { !found.contains(Array($0.element.utf8)) }
    let unlisted = set.entries.filter { !listed.contains(Array($0.record.id.utf8)) }
    if let (index, id) = missing.first {
      log.add(
        .articleUnits, record.position, "/units/\(index)",
        "unit \(id) before the article record" + (missing.count > 1 ? ", and \(missing.count - 1) more" : ""))
    }
    if let entry = unlisted.first {
      log.add(
        .articleUnits, record.position, "/units",
        "unit \(entry.record.id) of \(entry.position)" + (unlisted.count > 1 ? ", and \(unlisted.count - 1) more" : ""))
    }
    if missing.isEmpty, unlisted.isEmpty {
      log.add(.articleUnits, record.position, "/units", "the units in their order")
    }
    return false
  }

  /// What all records of one state of an article share.
  private mutating func checkMembers(_ article: ArticleRecord, _ set: UnitSet, _ record: CheckedRecord) {
    let envelope = record.envelope.map { EnvelopeCheck(envelope: $0, position: record.position) }
    for entry in set.entries {
      let unit = entry.record
      if !Self.isSame(unit.article, article.article) {
        log.add(.articleIdentity, entry.position, "/article", "the version and language of the article record")
      }
      if !unit.rules.utf8.elementsEqual(article.rules.utf8) {
        log.add(.articleIdentity, entry.position, "/rules", "'\(article.rules)', as the article record has")
      }
      guard let envelope, let own = entry.envelope else { continue }
      if own.timestamp != envelope.envelope.timestamp {
        log.add(.timestamp, entry.position, "timestamp", "the article record's, since both have their input's")
      }
      let check = EnvelopeCheck(envelope: own, position: entry.position)
      if check.contentHash != envelope.contentHash {
        log.add(
          .header, entry.position, "header ce_id", "the hash of the article's content as the article record has it")
      }
    }
  }

  private static func isSame(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }

  private static func isSame(_ left: ArticleIdentity, _ right: ArticleIdentity) -> Bool {
    [(left.version, right.version), (left.language, right.language)].allSatisfy { left, right in
      (left == nil) == (right == nil) && (left ?? "").utf8.elementsEqual((right ?? "").utf8)
    }
  }
}
