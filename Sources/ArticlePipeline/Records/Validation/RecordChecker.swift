package import SentenceUnits

/// Checks records against their schemas and the contract of docs/formats.md, one behind the other as they are read.
///
/// A state machine without IO: feed it with `check`, end with `finish`, take findings from `log` whenever you like. It keeps the
/// units of articles that no article record has closed yet, and a few digests an article to hold manifests against units.
package struct RecordChecker: ~Copyable {
  /// What the records are of.
  package struct Scope: Sendable {
    /// Whether they are read from topics: then a worker may be at work on them.
    package var isTopic = false
    /// Whether all manifests are read besides all units, so that one that isn't there is missing.
    package var expectsManifests = false
    /// Where each partition of the units ended before the manifests' ends were looked up; a set behind may lack its manifest.
    package var settled: [Int32: Int64] = [:]
    /// Partitions of the units whose first records are deleted already.
    package var cutOff: Set<Int32> = []

    package init() {}
  }

  /// What was found.
  package var log = FindingLog()
  /// What was seen.
  package internal(set) var totals = CheckTotals()

  let scope: Scope
  var hasher: IdentityHasher
  var open: [OpenKey: UnitSet] = [:]
  var join = ManifestJoin()
  /// Partitions whose log begins in the midst of something, and of which no record was read yet.
  var beginnings: Set<Int32>

  struct OpenKey: Hashable {
    let partition: Int32
    let uri: [UInt8]
  }

  /// Makes a checker; throws where libcrypto has no SHA-256.
  package init(_ scope: Scope = Scope()) throws(HashingError) {
    self.scope = scope
    hasher = try IdentityHasher()
    beginnings = scope.cutOff
  }

  /// Checks the next record of a partition or file.
  package mutating func check(_ record: CheckedRecord) throws(HashingError) {
    totals.records += 1
    if record.stream == .deadLetters {
      totals.deadLetters += 1
      if let envelope = record.envelope {
        DeadLetterCheck(envelope: envelope, value: record.value, position: record.position).run(&log)
      }
      return
    }
    guard let value = record.value else { return try checkTombstone(record) }
    guard let kind = kind(of: value, record) else { return }
    let faults = ShapeCheck(value, kind).faults
    for fault in faults { log.add(fault.rule, record.position, fault.pointer, byte: fault.byte, fault.due) }
    if faults.contains(where: { $0.rule == .json }) { return }
    switch kind {
    case .unit:
      if let unit = decode(record, faults, UnitRecord.init(decoding:)) { try read(unit, value, record) }
    case .article:
      if let article = decode(record, faults, ArticleRecord.init(decoding:)) { try read(article, record) }
    case .manifest:
      if let manifest = decode(record, faults, ManifestRecord.init(decoding:)) { try read(manifest, record) }
    }
  }

  /// A record's value; `nil`, and a finding unless the schema has told it already, where it can't be read.
  private mutating func decode<Value>(
    _ record: CheckedRecord, _ faults: [ShapeCheck.Fault],
    _ read: ([UInt8]?) throws(RecordDecodingError) -> Value
  ) -> Value? {
    do throws(RecordDecodingError) {
      return try read(record.value)
    } catch {
      if faults.isEmpty { log.add(.member, record.position, "", error.description) }
      return nil
    }
  }

  /// Ends the check: what is open now is never closed.
  package mutating func finish() {
    for set in open.values.sorted(by: {
      $0.entries.first?.position.description ?? "" < $1.entries.first?.position.description ?? ""
    }) {
      guard let last = set.entries.last else { continue }
      log.add(
        scope.isTopic ? .articleOpen : .articleUnclosed, last.position, "",
        "an article record behind the \(set.entries.count) units of '\(last.record.article.uri)'")
    }
    open = [:]
    let settled = scope.settled
    join.finish(
      expectsManifests: scope.expectsManifests,
      isSettled: { position in
        guard case .record(_, let partition, let offset) = position else { return true }
        return settled[partition].map { offset < $0 } ?? true
      }, &log)
  }

  /// Which kind of record a value is, if it is one that belongs here.
  private mutating func kind(of value: [UInt8], _ record: CheckedRecord) -> RecordKind? {
    guard let kind = RecordKind(of: value) else {
      if let fault = ShapeCheck(value, .unit).faults.first(where: { $0.rule == .json }) {
        log.add(.json, record.position, fault.pointer, byte: fault.byte, fault.due)
      } else {
        log.add(.schemaKind, record.position, "/schema", "'unit/1', 'article/1' or 'manifest/1'")
      }
      return nil
    }
    let isManifest = kind == .manifest
    if let stream = record.stream, isManifest != (stream == .manifests) {
      log.add(.schemaKind, record.position, "/schema", isManifest ? "a unit or an article record" : "a manifest")
      return nil
    }
    return kind
  }
}
