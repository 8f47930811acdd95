import ArticlePipeline
import Foundation
import SentenceUnits

/// What the records of an article must be: its units in order, the article record, the manifest.
struct ArticleContract {
  private let record: InputRecord
  private let message: FeedMessage
  private let output: [OutputRecord]

  init(_ record: InputRecord, _ message: FeedMessage, _ output: [OutputRecord]) {
    self.record = record
    self.message = message
    self.output = output
  }

  func check(_ status: ArticleStatus, _ count: Int) throws {
    try Breach.unless(output.count == count + 2, "\(output.count) records for \(count) units")
    try Breach.unless(
      output.map(\.stream) == Array(repeating: .units, count: count + 1) + [.manifests],
      "streams: \(output.map(\.stream))")
    let units = try output.prefix(count).map { try UnitRecord(decoding: try Self.value(of: $0)) }
    let article = try ArticleRecord(decoding: try Self.value(of: output[count]))
    for record in output { try WrittenJSON.check(record) }
    try checkIdentity(units, article)
    try Breach.unless(
      article.status == status && article.units == units.map(\.id), "the article record lists other units")
    try Breach.unless(Set(article.units).count == count, "an id stands twice")
    switch status {
    case .withdrawn: try Breach.unless(count == 0 && output[count + 1].value == nil, "withdrawn, and something is left")
    case .empty: try Breach.unless(count == 0, "empty, with units")
    case .usable: try Breach.unless(count > 0, "usable, without a unit")
    case .withheld: break
    }
    if status != .withdrawn {
      let manifest = try ManifestRecord(decoding: try Self.value(of: output[count + 1]))
      try checkManifest(manifest, units)
      try UnitContract(message, units).check()
    }
    try checkKeys(units, article)
  }

  private static func value(of record: OutputRecord) throws -> [UInt8] {
    guard let value = record.value else { throw Breach("a record without a value") }
    return value
  }

  /// Strings are compared by their bytes: Swift's `==` takes canonical equivalents for equal.
  private func checkIdentity(_ units: [UnitRecord], _ article: ArticleRecord) throws {
    for identity in units.map(\.article) + [article.article] {
      try Breach.unless(
        identity.uri.utf8.elementsEqual(message.uri.utf8)
          && identity.version.map { Array($0.utf8) } == message.version.map { Array($0.utf8) }
          && identity.language == message.language, "a record is of another article: \(identity)")
      try Breach.unless(
        !identity.uri.isEmpty && identity.version?.isEmpty != true, "an empty uri or version: \(identity)")
      if let tag = identity.language { try UnitContract.checkTag(tag) }
    }
    var hasher = try IdentityHasher()
    let id = ArticleID(try hasher.article(message.uri)).description
    try Breach.unless(article.id == id, "the article's id is not its formula's")
    try Breach.unless(units.allSatisfy { $0.rules == article.rules }, "the rules differ between the records")
  }

  private func checkManifest(_ manifest: ManifestRecord, _ units: [UnitRecord]) throws {
    try Breach.unless(manifest.fields.flatMap(\.units).map(\.id) == units.map(\.id), "the manifest lists other units")
    try Breach.unless(manifest.fields.map(\.field) == message.texts.map(\.pointer), "the manifest lists other fields")
    for (field, text) in zip(manifest.fields, message.texts) {
      try Breach.unless(field.text.utf8.elementsEqual(text.bytes), "\(field.field) is not rebuilt")
    }
    for (listed, unit) in zip(manifest.fields.flatMap(\.units), units) {
      let isEqual =
        listed.text.utf8.elementsEqual(unit.text.utf8) && listed.before.utf8.elementsEqual(unit.before.utf8)
        && listed.kind == unit.kind && listed.translate == unit.translate && listed.language == unit.language.tag
      try Breach.unless(isEqual, "the manifest says other things of \(unit.id)")
    }
    try Breach.unless(
      manifest.source.topic == record.topic && manifest.source.partition == Int(record.partition)
        && manifest.source.offset == Int(record.offset), "the manifest's source is another")
  }

  private func checkKeys(_ units: [UnitRecord], _ article: ArticleRecord) throws {
    let keys = units.map { Array($0.id.utf8) } + [Array(article.id.utf8), Array(message.uri.utf8)]
    try Breach.unless(output.map(\.key) == keys, "a key is not its record's id or the uri")
    let time = record.timestamp > 0 ? record.timestamp : 1
    for (index, record) in output.enumerated() {
      try Breach.unless(record.timestamp == time, "a record's time is not its input's")
      let isManifest = index == output.count - 1
      let id = isManifest ? "m" + article.id.dropFirst() : index < units.count ? units[index].id : article.id
      guard let event = record.header("ce_id") else { throw Breach("no ce_id") }
      try Breach.unless(event.hasPrefix("\(id).") && event.count == id.count + 17, "ce_id \(event) of \(id)")
      try Breach.unless(
        record.header("ce_specversion") == "1.0" && record.header("content-type") == "application/json"
          && record.header("nuqta-rules") == article.rules, "headers \(record.headers.map(\.name))")
      if index >= units.count {
        try Breach.unless(
          record.header("ce_subject")?.utf8.elementsEqual(message.uri.utf8) == true, "ce_subject is not the uri")
      }
    }
  }
}
