import SentenceUnits
import Testing

@testable import ArticlePipeline

@Suite struct ArticleProcessorTests {
  /// A null value and a kill both close the article and take its manifest away.
  @Test(arguments: [nil, "{\"uri\":\"urn:x:1\",\"pubStatus\":\"canceled\",\"body\":\"قال.\"}"])
  func withdrawal(value: String?) throws {
    var arena = RecordArena()
    #expect(ArticleProcessor().process(input(value), into: &arena) == .article(status: .withdrawn, units: 0))
    #expect(arena.records.map(\.stream) == [.units, .manifests])
    let article = try ArticleRecord(decoding: Array(arena.bytes[try #require(arena.records[0].value)]))
    #expect(article.status == .withdrawn && article.units.isEmpty && article.article == ArticleIdentity(uri: "urn:x:1"))
    #expect(arena.records[1].value == nil && arena.text(arena.records[1].key) == "urn:x:1")
    #expect(arena.header("ce_type", of: arena.records[1]) == "nuqta.manifest.v1")
  }

  @Test(arguments: [
    "{\"uri\":\"u\"}", "{\"uri\":\"u\",\"body\":\"\",\"headline\":null}", "{\"uri\":\"u\",\"body\":\" \\n\\t\"}",
    "{\"uri\":\"u\",\"pubStatus\":\"usable\",\"headline\":\"\\u200b\"}",
  ])
  func withoutText(value: String) throws {
    var arena = RecordArena()
    #expect(
      ArticleProcessor().process(input(value, headers: [("content-type", "application/json")]), into: &arena)
        == .article(status: .empty, units: 0))
    #expect(arena.records.map(\.stream) == [.units, .manifests])
    #expect(arena.records[1].value != nil)
  }

  @Test func blankTextIsEmptyAndKeptInTheManifest() throws {
    var arena = RecordArena()
    let record = input("\u{FEFF} \n", headers: [("content-type", "text/plain")])
    #expect(ArticleProcessor().process(record, into: &arena) == .article(status: .empty, units: 0))
    let manifest = try ManifestRecord(decoding: Array(arena.bytes[try #require(arena.records[1].value)]))
    #expect(manifest.fields.map(\.after) == ["\u{FEFF} \n"] && manifest.fields.map(\.field) == [""])
    #expect(manifest.source.contentType == "text/plain")
  }

  @Test func withheldStaysWithheld() {
    var arena = RecordArena()
    let outcome = ArticleProcessor().process(
      input("{\"uri\":\"u\",\"pubStatus\":\"withheld\",\"body\":\"قال.\"}"), into: &arena)
    guard case .article(let status, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(status == .withheld)
  }

  /// What a batch holds already stays, and a failing article adds its dead letter only.
  @Test func batch() {
    var arena = RecordArena()
    _ = ArticleProcessor().process(input(nil), into: &arena)
    let bytes = arena.bytes
    #expect(ArticleProcessor().process(input("{", headers: []), into: &arena) == .deadLetter(reason: .invalidJSON))
    #expect(arena.bytes.starts(with: bytes) && arena.records.count == 3)
    #expect(arena.headers(of: arena.records[2]).map(\.name).first == "nuqta-error-reason")
    _ = ArticleProcessor().process(input(nil, key: "other"), into: &arena)
    #expect(arena.records.count == 5)
  }
}
