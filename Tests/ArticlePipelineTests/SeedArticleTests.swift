import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct SeedArticleTests {
  struct Row {
    let start: Int
    let end: Int
    let kind: String
    let block: Int
  }

  /// The blocks that expected.tsv implies: from the first unit's start to the last one's end.
  static let expected: [Row] = {
    guard let bytes = SharedData.bytes("data/seed/expected.tsv") else { return [] }
    var rows: [Row] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 6, let start = Int(cells[1]), let end = Int(cells[2]), let block = Int(cells[5]) else {
        continue
      }
      if let last = rows.last, last.block == block {
        rows[rows.count - 1] = Row(start: last.start, end: end, kind: last.kind, block: block)
      } else {
        rows.append(Row(start: start, end: end, kind: String(cells[3]), block: block))
      }
    }
    return rows
  }()

  @Test(.enabled(if: SharedData.has("data/seed/article.ar.txt")), arguments: [nil, "ar"])
  func blocksAndKinds(language: String?) throws {
    let bytes = try #require(SharedData.bytes("data/seed/article.ar.txt"))
    let message = FeedMessage(
      uri: "u", language: language, contentType: "text/plain", texts: [FeedText(pointer: "", role: .body, bytes: bytes)]
    )
    let field = BlockBuilder(settings: ProcessorSettings()).article(message).fields[0]
    #expect(Self.expected.count == 24)
    #expect(field.blocks.map(\.range.lowerBound) == Self.expected.map(\.start))
    #expect(field.blocks.map(\.range.upperBound) == Self.expected.map(\.end))
    #expect(field.blocks.map(\.kind.rawValue) == Self.expected.map(\.kind))
    #expect(field.blocks.allSatisfy { $0.language.tag == "ar" && $0.language.direction == .rightToLeft })
    #expect(field.blocks.allSatisfy { $0.language.source == (language == nil ? .detected : .declared) })
  }

  /// The bar: exactly these units, by bytes, kind, translate and block, whether the language is declared or told.
  @Test(.enabled(if: SharedData.has("data/seed/article.ar.txt")), arguments: [nil, "ar"])
  func units(language: String?) throws {
    let bytes = try #require(SharedData.bytes("data/seed/article.ar.txt"))
    let table = String(decoding: try #require(SharedData.bytes("data/seed/expected.tsv")), as: UTF8.self)
    let expected = table.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
      .filter { $0.count == 6 && Int($0[0]) != nil }
    #expect(expected.count == 31)
    let message = FeedMessage(
      uri: "u", language: language, contentType: "text/plain", texts: [FeedText(pointer: "", role: .body, bytes: bytes)]
    )
    let cut = try UnitCutter().cut(BlockBuilder(settings: ProcessorSettings()).article(message))
    let found = cut.units.map { unit in
      [
        "\(unit.sequence)", "\(unit.range.utf8.lowerBound)", "\(unit.range.utf8.upperBound)", unit.kind.rawValue,
        unit.keep == nil ? "yes" : "no", "\(unit.block)",
      ]
    }
    #expect(found == expected)
  }

  @Test(
    .enabled(if: SharedData.has("data/seed/article.ar.txt")),
    arguments: [
      ("ترامب يفوز", BlockKind.headline), ("نيويورك تكذّب التقرير", .headline), ("صحيفة تكذّب التقرير", .headline),
      ("واشنطن بوست تكشف تفاصيل الرسالة", .headline), ("وكالة الطاقة الذرية تحذّر", .headline), ("رويترز", .credit),
      ("واشنطن بوست", .credit), ("أ ف ب", .credit), ("أ.ف.ب", .credit), ("(رويترز)", .credit),
      ("المصدر: الجزيرة", .credit),
      ("وكالة الأناضول", .credit), ("Reuters", .credit), ("AFP/Getty Images", .credit), ("نــيويورك تايمز", .credit),
    ])
  func firstLine(_ line: String, _ kind: BlockKind) throws {
    let bytes = try #require(SharedData.bytes("data/seed/article.ar.txt"))
    let rest = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst()
    let found = blocks(([Substring(line)] + rest).joined(separator: "\n"))
    #expect(found.first?.kind == kind)
    #expect(found.map(\.kind).dropFirst() == Self.expected.map { BlockKind(rawValue: $0.kind) ?? .other }.dropFirst())
  }
}
