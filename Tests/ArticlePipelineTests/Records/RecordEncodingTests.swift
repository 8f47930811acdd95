import SentenceUnits
import Testing

@testable import ArticlePipeline

@Suite struct RecordEncodingTests {
  static let ids = [
    "uaaaaaaaaaaaacaaaaaaaaaaaae", "uaaaaaaaaaaaaeaaaaaaaaaaaae", "uaaaaaaaaaaaagaaaaaaaaaaaae",
    "uaaaaaaaaaaaaiaaaaaaaaaaaae",
  ]
  static let all = "777777777777777777777777" + "74"

  /// The bytes of a unit's value, every member in its place.
  @Test func unitValue() throws {
    let arena = try HandMadeArticle.arena(contextText: 1)
    let rules = try RecordHashes.rules()
    let identity =
      "\"article\":{\"uri\":\"urn:newsml:example.org:20260514:\\\"eco\\\"\",\"version\":\"3\",\"language\":\"ar\"},"
    #expect(
      arena.text(arena.records[2].value)
        == "{\"type\":\"unit\",\"schema\":\"unit/1\",\"id\":\"\(Self.ids[2])\",\(identity)\"seq\":3,\"field\":\"/body\","
        + "\"block\":{\"index\":2,\"kind\":\"paragraph\"},\"range\":{\"utf8\":[27,51],\"utf16\":[15,27],\"scalar\":[15,27]},"
        + "\"text\":\"“لن نتراجع”.\",\"before\":\" \",\"lang\":\"ar\",\"langSource\":\"declared\",\"dir\":\"rtl\",\"translate\":true,"
        + "\"context\":{\"heading\":\"الأسواق 😀\",\"before\":[\"ما الذي سيحدث؟\"],\"prev\":\"\(Self.ids[1])\"},"
        + "\"hash\":{\"content\":\"aaaaaaaaaaaaaaaaaaaaaaaaam\",\"context\":\"\(Self.all)\"},\"flags\":[\"noTerminal\"],\"rules\":\"\(rules)\"}"
    )
    #expect(
      arena.text(arena.records[3].value)
        == "{\"type\":\"unit\",\"schema\":\"unit/1\",\"id\":\"\(Self.ids[3])\",\(identity)\"seq\":4,\"field\":\"/body\","
        + "\"block\":{\"index\":3,\"kind\":\"hashtags\"},\"range\":{\"utf8\":[52,65],\"utf16\":[28,35],\"scalar\":[28,35]},"
        + "\"text\":\"#اقتصاد\",\"before\":\"\\n\",\"lang\":\"ar\",\"langSource\":\"declared\",\"dir\":\"rtl\",\"translate\":false,\"reason\":\"hashtags\","
        + "\"context\":{\"heading\":\"الأسواق 😀\"},\"hash\":{\"content\":\"aaaaaaaaaaaaaaaaaaaaaaaaaq\",\"context\":\"\(Self.all)\"},\"rules\":\"\(rules)\"}"
    )
  }

  /// Without texts of neighbours a unit names ids only; the member goes where there is none.
  @Test func contextOfIdsOnly() throws {
    let arena = try HandMadeArticle.arena()
    let values = try arena.records.prefix(4).map {
      try UnitRecord(decoding: Array(arena.bytes[try #require($0.value)]))
    }
    #expect(values.map(\.context.next) == [nil, Self.ids[2], nil, nil])
    #expect(values.map(\.context.previous) == [nil, nil, Self.ids[1], nil])
    #expect(values.allSatisfy { $0.context.heading == nil && $0.context.before.isEmpty && $0.context.after.isEmpty })
    #expect(arena.text(arena.records[0].value)?.contains("\"context\":{") == false)
  }

  @Test func articleAndManifestValues() throws {
    let arena = try HandMadeArticle.arena()
    let rules = try RecordHashes.rules()
    let id = try #require(arena.text(arena.records[4].key))
    let identity =
      "\"article\":{\"uri\":\"urn:newsml:example.org:20260514:\\\"eco\\\"\",\"version\":\"3\",\"language\":\"ar\"},"
    #expect(id.count == 27 && id.hasPrefix("a"))
    #expect(
      arena.text(arena.records[4].value)
        == "{\"type\":\"article\",\"schema\":\"article/1\",\"id\":\"\(id)\",\(identity)\"status\":\"usable\","
        + "\"units\":[\(Self.ids.map { "\"\($0)\"" }.joined(separator: ","))],\"rules\":\"\(rules)\"}")
    #expect(
      arena.text(arena.records[5].value)
        == "{\"schema\":\"manifest/1\",\(identity)\"source\":{\"topic\":\"articles\",\"partition\":3,\"offset\":41,\"contentType\":\"application/json\","
        + "\"sha256\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},\"rules\":\"\(rules)\",\"fields\":["
        + "{\"field\":\"/headline\",\"format\":\"text\",\"units\":[{\"id\":\"\(Self.ids[0])\",\"text\":\"الأسواق 😀\",\"kind\":\"headline\",\"translate\":true,\"lang\":\"ar\"}]},"
        + "{\"field\":\"/body\",\"format\":\"text\",\"units\":[{\"id\":\"\(Self.ids[1])\",\"text\":\"ما الذي سيحدث؟\",\"kind\":\"paragraph\",\"translate\":true,\"lang\":\"ar\"},"
        + "{\"id\":\"\(Self.ids[2])\",\"text\":\"“لن نتراجع”.\",\"before\":\" \",\"kind\":\"paragraph\",\"translate\":true,\"lang\":\"ar\"},"
        + "{\"id\":\"\(Self.ids[3])\",\"text\":\"#اقتصاد\",\"before\":\"\\n\",\"kind\":\"hashtags\",\"translate\":false,\"lang\":\"ar\"}],\"after\":\"\\n\"},"
        + "{\"field\":\"/captions/0\",\"format\":\"text\",\"units\":[],\"after\":\" \\n\"}]}")
    #expect(arena.text(arena.records[5].key) == HandMadeArticle.uri)
  }

  /// Records decode to what was encoded, and a manifest gives every string back.
  @Test func roundTrip() throws {
    let arena = try HandMadeArticle.arena(contextText: 2)
    let article = HandMadeArticle.article
    for (index, unit) in article.units.enumerated() {
      let record = try UnitRecord(decoding: Array(arena.bytes[try #require(arena.records[index].value)]))
      let field = article.source.fields[unit.field]
      #expect(
        record.id == Self.ids[index] && record.sequence == unit.sequence && record.field == field.pointer
          && record.block == unit.block)
      #expect(
        record.article == article.source.identity && record.kind == unit.kind && record.level == unit.level
          && record.range == unit.range)
      #expect(
        record.text == String(decoding: field.bytes[unit.range.utf8], as: UTF8.self)
          && record.before == String(decoding: field.bytes[unit.gap], as: UTF8.self))
      #expect(record.language == unit.language && record.translate == (unit.keep == nil) && record.reason == unit.keep)
      #expect(record.flags == (unit.flags.contains(.noTerminal) ? ["noTerminal"] : []))
    }
    let manifest = try ManifestRecord(decoding: Array(arena.bytes[try #require(arena.records[5].value)]))
    #expect(manifest.fields.map(\.text) == article.source.fields.map { String(decoding: $0.bytes, as: UTF8.self) })
    #expect(
      manifest.source.offset == 41 && manifest.source.partition == 3 && manifest.fields[1].units[2].translate == false)
  }

  @Test func headers() throws {
    var record = input(
      "{}",
      headers: [
        ("traceparent", "00-a"), ("ce_id", "theirs"), ("content-type", "text/json"), ("tracestate", "k=v"), ("x", "y"),
      ])
    record.timestamp = 1_767_225_600_123
    let arena = try HandMadeArticle.arena(record: record)
    let rules = try RecordHashes.rules()
    let unit = arena.headers(of: arena.records[0])
    #expect(
      unit.map(\.name) == [
        "ce_specversion", "ce_id", "ce_source", "ce_type", "content-type", "nuqta-rules", "traceparent", "tracestate",
      ])
    let id = try #require(unit[1].value)
    #expect(id.hasPrefix(Self.ids[0] + ".") && id.count == 27 + 17)
    #expect(
      unit.map(\.value) == ["1.0", id, "nuqta/articles", "nuqta.unit.v1", "application/json", rules, "00-a", "k=v"])
    let closing = arena.headers(of: arena.records[4])
    #expect(closing.map(\.name) == unit.map(\.name) + ["ce_subject", "ce_time", "ce_dataschema"])
    #expect(
      closing.suffix(3).map(\.value) == [HandMadeArticle.uri, "2026-01-01T00:00:00.123Z", "urn:nuqta:schema:article:1"])
    let manifest = arena.headers(of: arena.records[5])
    #expect(manifest[3].value == "nuqta.manifest.v1" && manifest[10].value == "urn:nuqta:schema:manifest:1")
    let ids = arena.records.map { arena.header("ce_id", of: $0) ?? "" }
    #expect(Set(ids).count == 6 && Set(ids.map { $0.suffix(16) }).count == 1)
    #expect(arena.records.allSatisfy { $0.timestamp == 1_767_225_600_123 })
    #expect(arena.records.map(\.stream) == [.units, .units, .units, .units, .units, .manifests])
  }

  /// The hash in `ce_id` is the same on replay and new with a revision.
  @Test func contentHash() throws {
    let article = HandMadeArticle.article.source
    var hasher = try IdentityHasher()
    let hash = try ContentHash.hexadecimal(status: .usable, article, &hasher)
    #expect(try ContentHash.hexadecimal(status: .usable, article, &hasher) == hash)
    #expect(try ContentHash.hexadecimal(status: .withheld, article, &hasher) != hash)
    var newer = article
    newer.identity.version = "4"
    #expect(try ContentHash.hexadecimal(status: .usable, newer, &hasher) != hash)
    newer.identity.version = nil
    #expect(try ContentHash.hexadecimal(status: .usable, newer, &hasher) != hash)
    var edited = article
    edited.fields[1].bytes.append(0x20)
    #expect(try ContentHash.hexadecimal(status: .usable, edited, &hasher) != hash)
  }

  @Test(arguments: [
    (0 as Int64, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (951_868_799_999, "2000-02-29T23:59:59.999Z"), (1_709_210_096_789, "2024-02-29T12:34:56.789Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (253_402_300_800_000, nil), (-1, nil), (.max, nil), (.min, nil),
  ])
  func times(_ milliseconds: Int64, _ text: String?) {
    var output: [UInt8] = []
    _ = output.write { RecordTime.write(milliseconds, to: &$0) }
    #expect(RecordTime.canWrite(milliseconds) == (text != nil))
    #expect(String(decoding: output, as: UTF8.self) == text ?? "")
  }

  @Test func timestamps() throws {
    for (given, written) in [(0, 1), (-5, 1), (Int64.min, 1), (7, 7), (Int64.max, Int64.max)] as [(Int64, Int64)] {
      let arena = try HandMadeArticle.arena(record: input("{}", timestamp: given))
      #expect(arena.records.allSatisfy { $0.timestamp == written })
    }
  }

  @Test(arguments: [
    ("plain", "\"plain\""), ("a\"b\\c/d", "\"a\\\"b\\\\c/d\""),
    ("\u{0}\u{1}\u{8}\t\n\u{b}\u{c}\r\u{1f}", "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\""),
    ("قال\u{2028}\u{7f}😀", "\"قال\u{2028}\u{7f}😀\""), ("", "\"\""), ("\n", "\"\\n\""), ("a\n", "\"a\\n\""),
  ])
  func escaping(_ text: String, _ literal: String) {
    var output: [UInt8] = []
    _ = output.write { JSONWriter.string(text, to: &$0) }
    #expect(String(decoding: output, as: UTF8.self) == literal)
  }

  @Test func numbers() {
    var values = Array(0...20_000) + [-1, Int.min, Int.max]
    var power = 1
    while power <= Int.max / 10 {
      power *= 10
      values += [power - 1, power, power + 1, 7 * (power / 10), power / 9]
    }
    for value in values {
      var output: [UInt8] = [0x78]
      let range = output.write { JSONWriter.number(value, to: &$0) }
      #expect(String(decoding: output, as: UTF8.self) == "x\(value)")
      #expect(range == 1..<output.count)
    }
  }

  @Test(arguments: [("articles", "nuqta/articles"), ("a.b_c-1", "nuqta/a.b_c-1"), ("a b/ن", "nuqta/a%20b%2f%d9%86")])
  func sources(_ topic: String, _ source: String) {
    var output: [UInt8] = []
    _ = output.write { RecordHeaders.writeSource(ofTopic: topic, to: &$0) }
    #expect(String(decoding: output, as: UTF8.self) == source)
  }

  /// Units that don't tile their field are a defect that must not reach a topic.
  @Test func unitsThatDoNotTile() throws {
    var hasher = try IdentityHasher()
    for damage in 0..<4 {
      var article = HandMadeArticle.article
      switch damage {
      case 0: article.units[2].gap = 20..<27
      case 1: article.units[3].range.upperBound.utf8 = 500
      case 2: article.units[0].field = 9
      default: article.units.remove(at: 1)
      }
      var arena = RecordArena()
      #expect(throws: UnusableRecord.self) {
        try ArticleRecordSet(
          input("{}"), article, status: .usable, contentType: "text/plain", contextText: 0, hasher: &hasher
        ).write(into: &arena, hasher: &hasher)
      }
      #expect(arena.records.isEmpty)
    }
  }
}
