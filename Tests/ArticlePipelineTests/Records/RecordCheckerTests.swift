import Foundation
import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// The checker finds nothing in what the pipeline writes, and each thing that is planted.
@Suite struct RecordCheckerTests {
  // MARK: Nothing in what is right

  private static func isRight(
    _ inputs: [InputRecord], _ comment: String, settings: ProcessorSettings = ProcessorSettings()
  )
    throws
  {
    let records = CheckedRecords.records(of: inputs, settings: settings)
    for asLines in [false, true] {
      let lines = asLines ? records.filter { $0.stream != .deadLetters } : records
      let found = try CheckedRecords.findings(lines, asLines: asLines)
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
    for round in 0..<24 {
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

  @Test(arguments: PlantedFault.all) func planted(_ plant: PlantedFault) throws {
    var records = CheckedRecords.records(of: [PlantedFault.source])
    #expect(records.count == 12)
    plant.change(&records)
    let found = try CheckedRecords.findings(records)
    let hits = found.filter { $0.rule == plant.rule && (plant.place == nil || $0.place == plant.place) }
    #expect(!hits.isEmpty, "\(found.map { "\($0.rule.rawValue) \($0.line)" })")
  }

  @Test func plantsCoverTheRules() {
    let planted = Set(PlantedFault.all.map(\.rule))
    let left = RecordRule.allCases.filter { $0.severity == .violation && !$0.isSchema && !planted.contains($0) }
    // These have tests of their own below.
    #expect(Set(left) == [.unitTwice, .articleUnclosed, .manifestRebuild])
  }

  // MARK: Whatever comes

  /// Numbers at their ends are findings like any other.
  @Test func extremeNumbers() throws {
    let numbers = [Int.max, Int.max - 9, Int.max - 10, 1 << 62, 0, 1]
    for first in numbers {
      for (path, value) in [
        (["seq"], first), (["block", "index"], first), (["block", "level"], first),
      ] as [([String], Int)] {
        var records = CheckedRecords.records(of: [PlantedFault.source])
        for index in 1...3 { PlantedFault.set(&records, index, path, value) }
        _ = try CheckedRecords.findings(records)
      }
      let lower = min(first, Int.max - 9)
      for measures in [["utf8"], ["utf16"], ["scalar"], ["utf8", "utf16", "scalar"]] {
        var records = CheckedRecords.records(of: [PlantedFault.source])
        for index in 1...3 {
          for measure in measures { PlantedFault.set(&records, index, ["range", measure], [lower, lower + 9]) }
        }
        #expect(!(try CheckedRecords.findings(records)).isEmpty)
      }
    }
  }

  /// Damaged bytes are judged, never trapped on, and a check of them ends like any other.
  @Test(arguments: 0..<8) func damagedBytes(part: Int) throws {
    let seed = UInt64(20_261_300 + part)
    var random = SeededRandom(seed: seed)
    let whole = CheckedRecords.records(of: [PlantedFault.source, input("{"), input(nil)])
    let odd = [
      "9223372036854775807", "-1", "1e999", "null", "[]", "{}", "\"\"", "\\u0000", "\u{FEFF}", "\"", "}", ",", "u",
    ].map { Array($0.utf8) }
    for _ in 0..<60 {
      var records = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: records.indices, using: &random)
        var value = records[index].value ?? []
        let place = Int.random(in: 0...value.count, using: &random)
        let end = min(value.count, place + Int.random(in: 0...6, using: &random))
        value.replaceSubrange(place..<end, with: odd.randomElement(using: &random) ?? [])
        if Bool.random(using: &random) { records[index].value = value } else { records.swapAt(index, 0) }
        if Int.random(in: 0..<6, using: &random) == 0 {
          records.remove(at: Int.random(in: records.indices, using: &random))
        }
      }
      let asLines = Bool.random(using: &random)
      _ = try CheckedRecords.findings(records.filter { !asLines || $0.stream != .deadLetters }, asLines: asLines)
    }
  }

  // MARK: What is no breach

  @Test func partOfAnArticleBeforeTheWhole() throws {
    let records = CheckedRecords.records(of: [PlantedFault.source])
    let found = try CheckedRecords.findings(Array(records[0...4]) + records)
    #expect(found.map(\.rule) == [.articlePartial] && found[0].rule.severity == .warning)
  }

  @Test func repeatedRecords() throws {
    let records = CheckedRecords.records(of: [PlantedFault.source])
    #expect(try CheckedRecords.findings(records + records).map(\.rule) == [.articleRepeated])
    let twice = records[..<3] + [records[2]] + records[3...]
    #expect(try CheckedRecords.findings(Array(twice)).map(\.rule) == [.unitRepeated])
  }

  @Test func fileWithoutAnEnd() throws {
    let records = CheckedRecords.records(of: [PlantedFault.source])
    #expect(try CheckedRecords.findings(Array(records[..<10]), asLines: true).map(\.rule) == [.articleUnclosed])
  }

  @Test func oneIDTwice() throws {
    var records = CheckedRecords.records(of: [PlantedFault.source])
    // The second "Two came." without its occurrence.
    let id = records[2].object["id"]
    PlantedFault.set(&records, 5, ["id"], id)
    #expect(
      try CheckedRecords.findings(records).contains { $0.rule == .unitTwice && $0.position.description.hasSuffix("@5") }
    )
  }

  @Test func plainTextIsRebuilt() throws {
    var records = CheckedRecords.records(of: [input("\u{FEFF}One. Two.\r\n", headers: [("content-type", "text/plain")])]
    )
    #expect(try CheckedRecords.findings(records).map(\.line) == [])
    let last = records.count - 1
    // In bytes: Foundation takes the mark at the start of a string away.
    let value = String(decoding: records[last].value ?? [], as: UTF8.self)
    records[last].value = Array(value.replacing(#""after":"\r\n""#, with: #""after":"\n""#).utf8)
    #expect(try CheckedRecords.findings(records).map(\.rule) == [.manifestRebuild])
  }

  @Test func logThatBeginsInTheMidst() throws {
    let records = CheckedRecords.records(of: [PlantedFault.source])
    var scope = RecordChecker.Scope()
    scope.isTopic = true
    scope.cutOff = [0]
    for start in 1...10 {
      let found = try CheckedRecords.findings(Array(records[start...]), scope)
      #expect(found.map(\.rule) == [.cutOff], "from \(start): \(found.map(\.line))")
    }
  }

  @Test func revisionsAndWithdrawal() throws {
    let second = input(
      #"{"uri":"urn:x:1","version":"2","body":"One came. None left."}"#, headers: [("content-type", "application/json")]
    )
    let gone = input(nil, key: "urn:x:1")
    let records = CheckedRecords.records(of: [PlantedFault.source, second, gone])
    #expect(try CheckedRecords.findings(records).map(\.line) == [])
    // Without the null value the newest manifest is of a state before.
    #expect(try CheckedRecords.findings(Array(records.dropLast())).map(\.rule) == [.manifestMissing])
    // Compaction leaves the newest only.
    let compacted = records.enumerated().filter { $0.offset == records.count - 1 || $0.element.stream == .units }
    #expect(try CheckedRecords.findings(compacted.map(\.element)).map(\.line) == [])
    // The two streams in the other order.
    let other = records.filter { $0.stream == .manifests } + records.filter { $0.stream == .units }
    #expect(try CheckedRecords.findings(other).map(\.line) == [])
    // A worker at work: what came behind the settled offsets may lack its manifest.
    var scope = RecordChecker.Scope()
    scope.isTopic = true
    scope.expectsManifests = true
    scope.settled = [0: 12]
    #expect(try CheckedRecords.findings(Array(records.dropLast()), scope).map(\.line) == [])
  }

  @Test func otherOrders() throws {
    // Articles' records stand between each other's, and partitions go on side by side.
    let other = input(
      #"{"uri":"urn:x:2","body":"Four. Five."}"#, headers: [("content-type", "application/json")])
    let left = CheckedRecords.records(of: [PlantedFault.source])
    let right = CheckedRecords.records(of: [other])
    var mixed: [CheckedRecords.Topical] = []
    for index in 0..<12 { mixed += [left[index]] + (index < right.count ? [right[index]] : []) }
    #expect(try CheckedRecords.findings(mixed).map(\.line) == [])
    var apart = right
    for index in apart.indices { apart[index].partition = 7 }
    #expect(try CheckedRecords.findings(left + apart).map(\.line) == [])
  }

  // MARK: Dead letters

  @Test(arguments: [
    ("reason", "no-such-code"), ("reason", nil), ("reason", ""), ("detail", nil), ("topic", nil), ("partition", "-1"),
    ("partition", "+1"), ("partition", "x"), ("offset", "01"), ("offset", nil), ("timestamp", "1.5"), ("count", "0"),
    ("count", nil), ("extra", "x"), ("truncated", "size=1 sha256=x"), ("truncated", "headers=1 size=2"),
    ("truncated", "x"),
    ("truncated", "size=3 sha256=" + String(repeating: "a", count: 64)),
  ])
  func deadLetters(_ name: String, _ value: String?) throws {
    var letters = CheckedRecords.records(of: [input("{", headers: [("a", "b")])])
    #expect(letters.count == 1 && letters[0].stream == .deadLetters)
    #expect(try CheckedRecords.findings(letters).map(\.line) == [])
    letters[0].set(header: "nuqta-error-\(name)", value)
    let found = try CheckedRecords.findings(letters)
    #expect(found.contains { $0.rule == .header && $0.place == "header nuqta-error-\(name)" }, "\(found.map(\.line))")
  }

  @Test func deadLettersInOtherWays() throws {
    var letters = CheckedRecords.records(of: [input("{", headers: [("a", "b")])])
    letters[0].headers.append(RecordHeader(name: "z", value: nil))
    #expect(try CheckedRecords.findings(letters).map(\.place) == ["header nuqta-error-reason"])
    letters = CheckedRecords.records(of: [input("{")])
    letters[0].timestamp = nil
    #expect(try CheckedRecords.findings(letters).map(\.rule) == [.timestamp])
    // Letters that are too large leave out the value, then headers, then the key.
    let wide = input(
      String(repeating: "{", count: 2_000), key: String(repeating: "k", count: 2_000),
      headers: [("a", String(repeating: "b", count: 2_000))])
    for limit in [700, 1_500, 3_000, 5_000] {
      var settings = ProcessorSettings()
      settings.maxRecordBytes = limit
      let large = CheckedRecords.records(of: [wide], settings: settings)
      #expect(large.first?.headers.last?.name == "nuqta-error-truncated")
      #expect(try CheckedRecords.findings(large).map(\.line) == [])
    }
  }

  @Test func reportInJSON() throws {
    var records = CheckedRecords.records(of: [PlantedFault.source])
    PlantedFault.set(&records, 1, ["id"], "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
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
