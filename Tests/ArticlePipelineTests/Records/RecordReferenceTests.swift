import TestSupport
import Testing

@testable import ArticlePipeline
@testable import SentenceUnits

/// Every byte of every record, held against the plain encoder: on the examples' shapes and on articles no newsroom would send.
@Suite("Records are what the plain encoder writes")
struct RecordReferenceTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<10 {
      let article = Self.article(&random)
      let status: ArticleStatus = Bool.random(using: &random) ? .usable : .withheld
      var record = input("{}", timestamp: Int64.random(in: 0...2_000_000_000_000, using: &random))
      record.topic = Self.text(&random, 3)
      record.value = Array(Self.text(&random, 30).utf8)
      let charset = Self.maybe(&random, "windows-1256")
      try check(record, article, status, charset, contextText: Int.random(in: 0...4, using: &random))
    }
  }

  @Test("the article cut by hand", arguments: 0...3) func handMade(contextText: Int) throws {
    try check(input("{}"), HandMadeArticle.article, .usable, contextText: contextText)
  }

  private func check(
    _ record: InputRecord, _ article: SegmentedArticle, _ status: ArticleStatus, _ charset: String? = nil,
    contextText: Int
  ) throws {
    var hasher = try IdentityHasher()
    let reference = ReferenceRecords(
      record: record, article: article, status: status, contentType: "text/plain", charset: charset,
      contextText: contextText,
      rules: try PipelineRules.identity(), id: try hasher.article(article.source.identity.uri),
      digest: try record.value.map { try hasher.sha256(of: $0.span) })
    var arena = RecordArena()
    try ArticleRecordSet(
      record, article, status: status, contentType: "text/plain", charset: charset, contextText: contextText,
      hasher: &hasher
    ).write(into: &arena, hasher: &hasher)
    let expected = article.units.map(reference.unit) + [reference.articleRecord(), reference.manifest()]
    #expect(arena.records.map { arena.text($0.value) } == expected)
    let keys = article.units.map { UnitID($0.id).description }
    #expect(
      arena.records.map { arena.text($0.key) } == keys + [
        ArticleID(reference.id).description, article.source.identity.uri,
      ])
    for (record, key) in zip(arena.records, keys + ["\(ArticleID(reference.id))", "m\(reference.id.base32)"]) {
      #expect(arena.header("ce_id", of: record)?.hasPrefix(key + ".") == true)
    }
  }

  private static let pieces = [
    "a", "Hello world", " ", "\n", "\r\n", "\t", "\"", "\\", "/", "\0", "\u{1f}", "\u{7f}", "ن", "قال: «نعم»", "你好。",
    "😀",
    "e\u{301}", "\u{2028}", "\u{feff}", "0123456789abcdefghijklmnopqrstuvwxyz", "\u{8}\u{b}\u{c}", "a\"b\\c",
  ]

  private static func text(_ random: inout SeededRandom, _ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func maybe<Value>(_ random: inout SeededRandom, _ value: Value) -> Value? {
    Bool.random(using: &random) ? value : nil
  }

  /// An article whose units tile its fields; links lead anywhere before and behind, as no cutter would set them.
  private static func article(_ random: inout SeededRandom) -> SegmentedArticle {
    var fields: [SourceField] = []
    var units: [SentenceUnit] = []
    for field in 0..<Int.random(in: 0...4, using: &random) {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let gap = bytes.count
        bytes += text(&random, 1).utf8
        let start = bytes.count
        bytes += ("x" + text(&random, 6)).utf8
        let language = TextLanguage(
          tag: ["ar", "en", "zh-Hant", "und"].randomElement(using: &random) ?? "und",
          source: Bool.random(using: &random) ? .declared : .detected,
          direction: Bool.random(using: &random) ? .rightToLeft : .leftToRight)
        units.append(
          SentenceUnit(
            id: Digest128(high: random.next(), low: random.next()), sequence: units.count + 1, field: field,
            block: Int.random(in: 1...120_000, using: &random),
            kind: BlockKind.allCases.randomElement(using: &random) ?? .other,
            level: maybe(&random, Int.random(in: 1...12, using: &random)),
            range: TextRange(
              TextPosition(utf8: start, utf16: start / 2, scalar: start / 3),
              TextPosition(utf8: bytes.count, utf16: bytes.count / 2, scalar: bytes.count / 3)),
            gap: gap..<start, language: language, keep: maybe(&random, .noLetters),
            flags: maybe(&random, .noTerminal) ?? [], content: Digest128(high: random.next(), low: random.next()),
            context: Digest128(high: random.next(), low: 0)))
      }
      fields.append(
        SourceField(
          pointer: "/\(field)/" + text(&random, 2), scope: "body", bytes: bytes + text(&random, 2).utf8, blocks: []))
    }
    for index in units.indices {
      if index > 0 { units[index].previous = maybe(&random, Int.random(in: 0..<index, using: &random)) }
      if index + 1 < units.count {
        units[index].next = maybe(&random, Int.random(in: index + 1..<units.count, using: &random))
      }
      units[index].heading = maybe(&random, Int.random(in: units.indices, using: &random))
    }
    let identity = ArticleIdentity(
      uri: "urn:x:" + text(&random, 4), version: maybe(&random, text(&random, 2)), language: maybe(&random, "ar"))
    return SegmentedArticle(source: SourceArticle(identity: identity, fields: fields), units: units)
  }
}
