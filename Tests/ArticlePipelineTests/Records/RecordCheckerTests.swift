import Foundation
import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// The checker finds nothing in what the pipeline writes, and each thing that is planted.
@Suite struct RecordCheckerTests {
  /// A record on a topic, its value as an object that a test can change.
  struct Topical {
    var stream: ArticlePipeline.OutputStream
    var partition: Int32 = 0
    var key: [UInt8]?
    var headers: [RecordHeader]
    var timestamp: Int64?
    var value: [UInt8]?

    var object: [String: Any] {
      get {
        let found = value.flatMap { try? JSONSerialization.jsonObject(with: Data($0)) }
        return found as? [String: Any] ?? [:]
      }
      set { value = (try? JSONSerialization.data(withJSONObject: newValue, options: [.sortedKeys])).map { Array($0) } }
    }

    mutating func set(header name: String, _ value: String?) {
      headers.removeAll { $0.name == name }
      if let value { headers.append(RecordHeader(name: name, value: Array(value.utf8))) }
    }
  }

  /// What the pipeline writes of some input.
  static func records(of inputs: [InputRecord], settings: ProcessorSettings = ProcessorSettings()) -> [Topical] {
    var arena = RecordArena()
    for input in inputs { _ = ArticleProcessor(settings: settings).process(input, into: &arena) }
    return arena.records.map { record in
      Topical(
        stream: record.stream, key: record.key.map { Array(arena.bytes[$0]) },
        headers: arena.headers[record.headers].map {
          RecordHeader(name: arena.text($0.name) ?? "", value: $0.value.map { Array(arena.bytes[$0]) })
        }, timestamp: record.timestamp ?? 1_767_225_600_000, value: record.value.map { Array(arena.bytes[$0]) })
    }
  }

  /// Checks records; as lines of a file where `asLines`, else as records of topics.
  static func findings(
    _ records: [Topical], asLines: Bool = false, _ scope: RecordChecker.Scope? = nil
  ) throws -> [Finding] {
    var usual = RecordChecker.Scope()
    usual.isTopic = !asLines
    usual.expectsManifests = !asLines && records.contains { $0.stream == .manifests }
    var checker = try RecordChecker(scope ?? usual)
    for (number, record) in records.enumerated() where !asLines || record.value != nil {
      try checker.check(
        CheckedRecord(
          stream: asLines ? nil : record.stream,
          position: asLines
            ? .line(number + 1, file: "f")
            : .record(topic: "\(record.stream)", partition: record.partition, offset: Int64(number)),
          value: record.value,
          envelope: asLines
            ? nil : CheckedRecord.Envelope(key: record.key, headers: record.headers, timestamp: record.timestamp)))
    }
    checker.finish()
    return checker.log.take()
  }

  // MARK: Nothing in what is right

  private static func isRight(
    _ inputs: [InputRecord], _ comment: String, settings: ProcessorSettings = ProcessorSettings()
  )
    throws
  {
    let records = records(of: inputs, settings: settings)
    for asLines in [false, true] {
      let lines = asLines ? records.filter { $0.stream != .deadLetters } : records
      let found = try findings(lines, asLines: asLines)
        .filter { $0.rule != .articleRepeated && $0.rule != .scopeUnknown && $0.rule != .manifestAlone }
      #expect(found.map(\.line) == [], "\(comment)")
    }
  }

  @Test(arguments: [0, 1, 3]) func examples(contextText: Int) throws {
    var settings = ProcessorSettings()
    settings.contextText = contextText
    try Self.isRight(RandomArticles.examples, "examples", settings: settings)
    for example in RandomArticles.examples {
      try Self.isRight([example], String(decoding: example.key ?? [], as: UTF8.self), settings: settings)
    }
  }

  @Test(arguments: 0..<8) func randomArticles(part: Int) throws {
    let seed = UInt64(20_261_200 + part)
    var articles = RandomArticles(seed: seed)
    for round in 0..<40 {
      var settings = ProcessorSettings()
      settings.contextText = round % 4
      try Self.isRight([articles.record()], "seed \(seed) round \(round)", settings: settings)
    }
  }

  @Test(.enabled(if: SharedData.has("data/articles/text.jsonl")), arguments: SharedArticlesTests.files)
  func realMessages(file: String) throws {
    // Messages share keys; each is checked by itself.
    for (number, record) in try SharedArticlesTests.records(file).enumerated() where number % 5 == 0 {
      try Self.isRight([record], "\(file) \(number + 1)")
    }
  }

  // MARK: Each thing that is planted

  static let source = input(
    #"{"uri":"urn:x:1","version":"1","language":"en","headline":"Ferries return","body":"One came. Two came. Three came.\n#sea\nTwo came.\nLast one. And gone.","captions":["A boat.","A boat."]}"#,
    key: "urn:x:1", headers: [("content-type", "application/json")])

  struct Plant: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: RecordRule
    var place: String?
    let change: @Sendable (inout [Topical]) -> Void
    var testDescription: String { name }
  }

  /// Sets a member, or a member of a member.
  private static func set(_ records: inout [Topical], _ index: Int, _ path: [String], _ value: Any?) {
    var object = records[index].object
    if path.count == 2 {
      var inner = object[path[0]] as? [String: Any] ?? [:]
      inner[path[1]] = value
      object[path[0]] = inner
    } else {
      object[path[0]] = value
    }
    records[index].object = object
  }

  private static func manifestUnit(_ records: inout [Topical], _ member: String, _ value: Any) {
    let last = records.count - 1
    var object = records[last].object
    var fields = object["fields"] as? [[String: Any]] ?? []
    var units = fields[1]["units"] as? [[String: Any]] ?? []
    units[1][member] = value
    fields[1]["units"] = units
    object["fields"] = fields
    records[last].object = object
  }

  // Units: 0 headline; 1–3 sentences; 4 hashtags; 5 "Two came." again; 6, 7; 8, 9 captions; then the article record, the manifest.
  static let plants: [Plant] = [
    Plant(name: "another's id", rule: .unitID, place: "/id") { set(&$0, 1, ["id"], "uaaaaaaaaaaaaaaaaaaaaaaaaaa") },
    Plant(name: "the text of an id changed", rule: .unitContent, place: "/hash/content") {
      set(&$0, 1, ["text"], "One game.")
    },
    Plant(name: "a content hash of something else", rule: .unitContent) {
      set(&$0, 2, ["hash", "content"], "aaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    Plant(name: "a context hash of something else", rule: .unitContextHash, place: "/hash/context") {
      set(&$0, 2, ["hash", "context"], "aaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    Plant(name: "a text that normalises to nothing", rule: .unitContent, place: "/text") {
      set(&$0, 1, ["text"], "\u{200B}")
    },
    Plant(name: "bytes too long", rule: .unitLength, place: "/range/utf8") {
      set(&$0, 1, ["range", "utf8"], [0, 10])
    },
    Plant(name: "UTF-16 too long", rule: .unitLength, place: "/range/utf16") {
      set(&$0, 1, ["range", "utf16"], [0, 10])
    },
    Plant(name: "scalars too short", rule: .unitLength, place: "/range/scalar") {
      set(&$0, 1, ["range", "scalar"], [0, 8])
    },
    Plant(name: "more scalars than bytes", rule: .unitRange) { set(&$0, 2, ["range", "scalar"], [30, 39]) },
    Plant(name: "a range upside down", rule: .member) { set(&$0, 2, ["range", "scalar"], [9, 1]) },
    Plant(name: "a gap swallowed", rule: .unitTile, place: "/range") { set(&$0, 2, ["before"], nil) },
    Plant(name: "a range moved", rule: .unitTile) {
      set(&$0, 2, ["range"], ["utf8": [11, 20], "utf16": [11, 20], "scalar": [11, 20]])
    },
    Plant(name: "a unit missing", rule: .unitSequence, place: "/seq") { $0.remove(at: 3) },
    Plant(name: "the last unit missing", rule: .articleUnits, place: "/units/9") { $0.remove(at: 9) },
    Plant(name: "two units swapped", rule: .unitSequence) { $0.swapAt(2, 3) },
    Plant(name: "a number wrong", rule: .unitSequence) { set(&$0, 4, ["seq"], 17) },
    Plant(name: "a unit that isn't listed", rule: .articleUnits, place: "/units") { records in
      var ids = records[10].object["units"] as? [String] ?? []
      ids.removeLast()
      set(&records, 10, ["units"], ids)
    },
    Plant(name: "the list in another order", rule: .articleUnits, place: "/units") { records in
      set(&records, 10, ["units"], Array((records[10].object["units"] as? [String] ?? []).reversed()))
    },
    Plant(name: "no article record", rule: .articleOpen) { $0.remove(at: 10) },
    Plant(name: "another article's id", rule: .articleID) { set(&$0, 10, ["id"], "aaaaaaaaaaaaaaaaaaaaaaaaaaa") },
    Plant(name: "another version within a set", rule: .articleIdentity) { set(&$0, 3, ["article", "version"], "2") },
    Plant(name: "other rules within a set", rule: .articleIdentity) { set(&$0, 3, ["rules"], "9.0.0+aaaaaa") },
    Plant(name: "another uri", rule: .unitSequence) { set(&$0, 3, ["article", "uri"], "urn:x:2") },
    Plant(name: "the wrong neighbour before", rule: .unitNeighbour, place: "/context/prev") { records in
      set(&records, 2, ["context", "prev"], records[3].object["id"])
    },
    Plant(name: "a neighbour behind forgotten", rule: .unitNeighbour, place: "/context/next") {
      set(&$0, 2, ["context", "next"], nil)
    },
    Plant(name: "a neighbour's text wrong", rule: .unitContextText, place: "/context/before") {
      set(&$0, 2, ["context", "before"], ["Someone else came."])
    },
    Plant(name: "a neighbour's text forgotten", rule: .unitContextText, place: "/context/after") {
      set(&$0, 2, ["context", "after"], nil)
    },
    Plant(name: "another heading", rule: .unitHeading) { set(&$0, 2, ["context", "heading"], "Ferries sink") },
    Plant(name: "a heading forgotten", rule: .unitHeading) { set(&$0, 2, ["context", "heading"], nil) },
    Plant(name: "a block skipped", rule: .unitBlock) { set(&$0, 5, ["block", "index"], 9) },
    Plant(name: "two kinds in a block", rule: .unitBlock) { set(&$0, 2, ["block", "kind"], "listItem") },
    Plant(name: "a field of its own inside another", rule: .unitField) { set(&$0, 2, ["field"], "/headline") },
    Plant(name: "hashtags to be translated", rule: .unitReason) { records in
      var object = records[4].object
      object["translate"] = true
      object["reason"] = nil
      records[4].object = object
    },
    Plant(name: "a unit again with other bytes", rule: .unitDiffers) { records in
      var again = records[2]
      again.object["dir"] = "rtl"
      records.insert(again, at: 3)
    },
    Plant(name: "a second attempt that differs", rule: .unitDiffers) { records in
      var first = Array(records[0...2])
      first[1].object["dir"] = "rtl"
      records.insert(contentsOf: first, at: 0)
    },
    Plant(name: "a manifest's id wrong", rule: .manifestID, place: "/fields/1/units/1/id") {
      manifestUnit(&$0, "id", "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    Plant(name: "a manifest that lists other units", rule: .manifestUnits) {
      manifestUnit(&$0, "id", "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    Plant(name: "a manifest with another gap", rule: .manifestTexts) { manifestUnit(&$0, "before", "  ") },
    Plant(name: "a manifest with another kind", rule: .manifestTexts) { manifestUnit(&$0, "kind", "listItem") },
    Plant(name: "a manifest with a field twice", rule: .manifestField) { records in
      let fields = records[11].object["fields"] as? [Any] ?? []
      set(&records, 11, ["fields"], fields + [fields[0]])
    },
    Plant(name: "a manifest missing", rule: .manifestMissing) { records in
      var other = records[11]
      other.object["article"] = ["uri": "urn:other"]
      records[11] = other
    },
    Plant(name: "a manifest in another partition", rule: .manifestPartition) { $0[11].partition = 4 },
    Plant(name: "an article record in another partition", rule: .articleUnits) { $0[10].partition = 4 },
    Plant(name: "a unit under another key", rule: .key) { $0[2].key = Array("x".utf8) },
    Plant(name: "a manifest under another key", rule: .key) { $0[11].key = nil },
    Plant(name: "no rules in the headers", rule: .header, place: "header nuqta-rules") {
      $0[2].set(header: "nuqta-rules", nil)
    },
    Plant(name: "another type in the headers", rule: .header, place: "header ce_type") {
      $0[2].set(header: "ce_type", "nuqta.article.v1")
    },
    Plant(name: "an event's id without a hash", rule: .header, place: "header ce_id") { records in
      records[2].set(header: "ce_id", "u.x")
    },
    Plant(name: "another content's hash", rule: .header, place: "header ce_id") { records in
      let id = records[2].object["id"] as? String ?? ""
      records[2].set(header: "ce_id", "\(id).0123456789abcdef")
    },
    Plant(name: "a header twice", rule: .header, place: "header content-type") {
      $0[2].headers.append(RecordHeader(name: "content-type", value: Array("application/json".utf8)))
    },
    Plant(name: "another subject", rule: .header, place: "header ce_subject") {
      $0[11].set(header: "ce_subject", "urn:x:2")
    },
    Plant(name: "another time", rule: .header, place: "header ce_time") {
      $0[10].set(header: "ce_time", "2026-01-01T00:00:00Z")
    },
    Plant(name: "another schema", rule: .header, place: "header ce_dataschema") {
      $0[10].set(header: "ce_dataschema", "x")
    },
    Plant(name: "another source than the value's", rule: .header, place: "header ce_source") {
      $0[11].set(header: "ce_source", "nuqta/other")
    },
    Plant(name: "a unit of another time", rule: .timestamp) { $0[2].timestamp = 5 },
    Plant(name: "no time", rule: .timestamp) { $0[11].timestamp = 0 },
    Plant(name: "a manifest among units", rule: .schemaKind) { $0[11].stream = .units },
    Plant(name: "no record at all", rule: .schemaKind) { $0[2].value = Array("{}".utf8) },
    Plant(name: "no JSON", rule: .json) { $0[2].value = Array("{\"a\":".utf8) },
    Plant(name: "a member twice", rule: .json) { records in
      records[2].value = Array("{\"type\":\"unit\",".utf8) + (records[2].value ?? []).dropFirst()
    },
    Plant(name: "a null value that takes nothing away", rule: .tombstone) { records in
      records[2].value = nil
      records[2].key = Array("x".utf8)
    },
  ]

  @Test(arguments: plants) func planted(_ plant: Plant) throws {
    var records = Self.records(of: [Self.source])
    #expect(records.count == 12)
    plant.change(&records)
    let found = try Self.findings(records)
    let hits = found.filter { $0.rule == plant.rule && (plant.place == nil || $0.place == plant.place) }
    #expect(!hits.isEmpty, "\(found.map { "\($0.rule.rawValue) \($0.line)" })")
  }

  @Test func plantsCoverTheRules() {
    let planted = Set(Self.plants.map(\.rule))
    let left = RecordRule.allCases.filter { $0.severity == .violation && !$0.isSchema && !planted.contains($0) }
    // These have tests of their own below.
    #expect(Set(left) == [.unitTwice, .articleUnclosed])
  }

  // MARK: What is no breach

  @Test func partOfAnArticleBeforeTheWhole() throws {
    let records = Self.records(of: [Self.source])
    let found = try Self.findings(Array(records[0...4]) + records)
    #expect(found.map(\.rule) == [.articlePartial] && found[0].rule.severity == .warning)
  }

  @Test func repeatedRecords() throws {
    let records = Self.records(of: [Self.source])
    #expect(try Self.findings(records + records).map(\.rule) == [.articleRepeated])
    let twice = records[..<3] + [records[2]] + records[3...]
    #expect(try Self.findings(Array(twice)).map(\.rule) == [.unitRepeated])
  }

  @Test func fileWithoutAnEnd() throws {
    let records = Self.records(of: [Self.source])
    #expect(try Self.findings(Array(records[..<10]), asLines: true).map(\.rule) == [.articleUnclosed])
  }

  @Test func oneIDTwice() throws {
    var records = Self.records(of: [Self.source])
    // The second "Two came." without its occurrence.
    let id = records[2].object["id"]
    Self.set(&records, 5, ["id"], id)
    #expect(try Self.findings(records).contains { $0.rule == .unitTwice && $0.position.description.hasSuffix("@5") })
  }

  @Test func logThatBeginsInTheMidst() throws {
    let records = Self.records(of: [Self.source])
    var scope = RecordChecker.Scope()
    scope.isTopic = true
    scope.cutOff = [0]
    for start in 1...10 {
      let found = try Self.findings(Array(records[start...]), scope)
      #expect(found.map(\.rule) == [.cutOff], "from \(start): \(found.map(\.line))")
    }
  }

  @Test func revisionsAndWithdrawal() throws {
    let second = input(
      #"{"uri":"urn:x:1","version":"2","body":"One came. None left."}"#, headers: [("content-type", "application/json")]
    )
    let gone = input(nil, key: "urn:x:1")
    let records = Self.records(of: [Self.source, second, gone])
    #expect(try Self.findings(records).map(\.line) == [])
    // Without the null value the newest manifest is of a state before.
    #expect(try Self.findings(Array(records.dropLast())).map(\.rule) == [.manifestMissing])
    // Compaction leaves the newest only.
    let compacted = records.enumerated().filter { $0.offset == records.count - 1 || $0.element.stream == .units }
    #expect(try Self.findings(compacted.map(\.element)).map(\.line) == [])
    // The two streams in the other order.
    let other = records.filter { $0.stream == .manifests } + records.filter { $0.stream == .units }
    #expect(try Self.findings(other).map(\.line) == [])
    // A worker at work: what came behind the settled offsets may lack its manifest.
    var scope = RecordChecker.Scope()
    scope.isTopic = true
    scope.expectsManifests = true
    scope.settled = [0: 12]
    #expect(try Self.findings(Array(records.dropLast()), scope).map(\.line) == [])
  }

  @Test func otherOrders() throws {
    // Articles' records stand between each other's, and partitions go on side by side.
    let other = input(
      #"{"uri":"urn:x:2","body":"Four. Five."}"#, headers: [("content-type", "application/json")])
    let left = Self.records(of: [Self.source])
    let right = Self.records(of: [other])
    var mixed: [Topical] = []
    for index in 0..<12 { mixed += [left[index]] + (index < right.count ? [right[index]] : []) }
    #expect(try Self.findings(mixed).map(\.line) == [])
    var apart = right
    for index in apart.indices { apart[index].partition = 7 }
    #expect(try Self.findings(left + apart).map(\.line) == [])
  }

  // MARK: Dead letters

  @Test(arguments: [
    ("reason", "no-such-code"), ("reason", nil), ("reason", ""), ("detail", nil), ("topic", nil), ("partition", "-1"),
    ("partition", "+1"), ("partition", "x"), ("offset", "01"), ("offset", nil), ("timestamp", "1.5"), ("count", "0"),
    ("count", nil), ("extra", "x"), ("truncated", "size=1 sha256=x"),
    ("truncated", "size=3 sha256=" + String(repeating: "a", count: 64)),
  ])
  func deadLetters(_ name: String, _ value: String?) throws {
    var letters = Self.records(of: [input("{", headers: [("a", "b")])])
    #expect(letters.count == 1 && letters[0].stream == .deadLetters)
    #expect(try Self.findings(letters).map(\.line) == [])
    letters[0].set(header: "nuqta-error-\(name)", value)
    let found = try Self.findings(letters)
    #expect(found.contains { $0.rule == .header && $0.place == "header nuqta-error-\(name)" }, "\(found.map(\.line))")
  }

  @Test func deadLettersInOtherWays() throws {
    var letters = Self.records(of: [input("{", headers: [("a", "b")])])
    letters[0].headers.append(RecordHeader(name: "z", value: nil))
    #expect(try Self.findings(letters).map(\.place) == ["header nuqta-error-reason"])
    letters = Self.records(of: [input("{")])
    letters[0].timestamp = nil
    #expect(try Self.findings(letters).map(\.rule) == [.timestamp])
    var settings = ProcessorSettings()
    settings.maxRecordBytes = 700
    let large = Self.records(of: [input(String(repeating: "{", count: 2_000))], settings: settings)
    #expect(large.first?.headers.last?.name == "nuqta-error-truncated")
    #expect(try Self.findings(large).map(\.line) == [])
  }

  @Test func reportInJSON() throws {
    var records = Self.records(of: [Self.source])
    Self.set(&records, 1, ["id"], "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    var log = FindingLog()
    log.add(.unitID, .record(topic: "t\"", partition: 2, offset: 9), "/id", byte: 4, "a \"quoted\" thing")
    log.add(.articlePartial, .line(3, file: "f"), "", "x")
    let report = FindingReport(CheckTotals(), log, findings: log.take())
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings[0]["topic"] as? String == "t\"" && findings[0]["byte"] as? Int == 4)
    #expect(findings[1]["line"] as? Int == 3 && findings[1]["severity"] as? String == "warning")
    #expect((object["rules"] as? [[String: Any]])?.count == 2 && (object["checked"] as? [String: Int])?["units"] == 0)
  }
}
