import Foundation
import TestSupport
import Testing

@testable import SentenceUnits

@Suite("Unit cutter, on random, hostile and real text")
struct UnitCutterPropertyTests {
  @Test(
    "units and gaps rebuild the fields, ranges agree, clusters stay whole, ids differ",
    arguments: 1...150 as ClosedRange<UInt64>)
  func hostile(seed: UInt64) throws {
    let article = Articles.hostile(seed: seed)
    checkInvariants(try UnitCutter().cut(article), "seed \(seed)")
  }

  @Test("equal input gives equal output, whatever was cut before", arguments: 1...20 as ClosedRange<UInt64>)
  func deterministic(seed: UInt64) throws {
    var scratch = try CutterScratch()
    let article = Articles.hostile(seed: seed)
    let alone = try UnitCutter().cut(article).units
    _ = try UnitCutter().cut(Articles.hostile(seed: seed &+ 1), using: &scratch)
    #expect(try UnitCutter().cut(article, using: &scratch).units == alone, "seed \(seed)")
    #expect(try UnitCutter().cut(article, using: &scratch).units == alone, "seed \(seed)")
  }

  @Test("holds for real articles", .enabled(if: SharedData.has(RealText.path), "no shared data here"))
  func realText() throws {
    var scratch = try CutterScratch()
    let texts = try RealText.values()
    #expect(!texts.isEmpty)
    for (number, text) in texts.enumerated() {
      let article = Articles.article(Articles.field(text, [.headline, .paragraph, .listItem, .paragraph]))
      checkInvariants(try UnitCutter().cut(article, using: &scratch), "article \(number)")
    }
  }

  /// Paragraphs that any segmenter leaves whole.
  private static func paragraphs(_ count: Int, _ hostile: inout HostileText) -> [String] {
    (0..<count).map { "Paragraph \($0) of \(hostile.number(below: 1000))" }
  }

  private func cut(_ paragraphs: [String]) throws -> [SentenceUnit] {
    try UnitCutter().cut(Articles.article(Articles.field(paragraphs.joined(separator: "\n")))).units
  }

  @Test(
    "ids stay when an unrelated sentence is inserted, deleted or moved; contexts change beside it only",
    arguments: 1...60 as ClosedRange<UInt64>)
  func edits(seed: UInt64) throws {
    var hostile = HostileText(seed: seed)
    let before = Self.paragraphs(12, &hostile)
    var after = before
    var touched: Set<String> = []
    let place = hostile.number(below: before.count)
    switch seed % 3 {
    case 0: after.insert("Inserted", at: place)
    case 1: touched.insert(after.remove(at: place))
    default:
      let moved = after.remove(at: place)
      touched.insert(moved)
      after.insert(moved, at: hostile.number(below: after.count))
    }
    let old = try cut(before)
    let new = try cut(after)
    try #require(old.count == before.count && new.count == after.count)

    let oldIDs = Dictionary(uniqueKeysWithValues: zip(before, old))
    let newIDs = Dictionary(uniqueKeysWithValues: zip(after, new))
    for (text, unit) in newIDs {
      guard let was = oldIDs[text] else { continue }
      #expect(unit.id == was.id && unit.content == was.content, "seed \(seed): \(text)")
      let neighbours = { (texts: [String]) -> [String?] in
        guard let index = texts.firstIndex(of: text) else { return [] }
        return [index > 0 ? texts[index - 1] : nil, index + 1 < texts.count ? texts[index + 1] : nil]
      }
      #expect((unit.context == was.context) == (neighbours(before) == neighbours(after)), "seed \(seed): \(text)")
    }
  }

  @Test("occurrences count equal texts in the order they stand", arguments: 1...20 as ClosedRange<UInt64>)
  func occurrences(seed: UInt64) throws {
    var hostile = HostileText(seed: seed)
    let texts = (0..<30).map { _ in
      hostile.element(of: ["Twice said", "Often said", " often  said", "Often\u{200B} said", "Once"])
    }
    let units = try cut(texts)
    var hasher = try IdentityHasher()
    let article = try hasher.article("urn:test:1")
    let scope = try hasher.scope("body")
    var seen: [String: UInt32] = [:]
    for (text, unit) in zip(texts, units) {
      let form = normalised(text)
      let content = try #require(try hasher.content(of: Array(text.utf8).span))
      #expect(
        unit.id
          == (try hasher.unit(article: article, scope: scope, content: content, occurrence: seen[form, default: 0])))
      seen[form, default: 0] += 1
    }
  }
}
