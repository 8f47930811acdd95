import Testing

@testable import ArticlePipeline

@Suite struct DeadLetterTests {
  @Test func untouchedWithTheReasonBehind() throws {
    var record = input(
      bytes: [0xFF, 0x00], key: [0xFE],
      headers: [("content-type", "text/plain"), ("ce_id", "theirs"), ("a", "1"), ("a", "2")])
    record.headers.append(RecordHeader(name: "null", value: nil))
    record.headers.append(RecordHeader(name: "empty", value: []))
    var arena = RecordArena()
    #expect(ArticleProcessor().process(record, into: &arena) == .deadLetter(reason: .invalidUTF8))
    let letter = try #require(arena.records.first)
    #expect(arena.records.count == 1 && letter.stream == .deadLetters && letter.timestamp == nil)
    #expect(
      letter.value.map { Array(arena.bytes[$0]) } == [0xFF, 0x00] && letter.key.map { Array(arena.bytes[$0]) } == [0xFE]
    )
    let headers = arena.headers(of: letter)
    #expect(
      headers.map(\.name) == ["content-type", "ce_id", "a", "a", "null", "empty"]
        + ["reason", "detail", "topic", "partition", "offset", "timestamp", "count"].map { "nuqta-error-" + $0 })
    #expect(
      headers.map(\.value) == [
        "text/plain", "theirs", "1", "2", nil, "", "invalid-utf8", "the value is no UTF-8 at byte 0", "articles", "3",
        "41", "1767225600000", "1",
      ])
  }

  @Test func nullKeyAndValueStayNull() throws {
    var arena = RecordArena()
    #expect(ArticleProcessor().process(input(nil, key: nil), into: &arena) == .deadLetter(reason: .missingIdentity))
    #expect(arena.records[0].key == nil && arena.records[0].value == nil)
    arena.removeAll()
    #expect(ArticleProcessor().process(input("", key: ""), into: &arena) == .deadLetter(reason: .missingText))
    #expect(arena.records[0].key?.isEmpty == true && arena.records[0].value?.isEmpty == true)
  }

  @Test(arguments: [("1", "2"), ("41", "42"), ("x", "1"), ("", "1"), ("4294967295", "1"), ("-3", "1")])
  func countGoesUp(_ before: String, _ after: String) {
    let headers = [
      ("nuqta-error-reason", "old"), ("x", "y"), ("nuqta-error-count", before), ("nuqta-error-extra", "z"),
    ]
    var arena = RecordArena()
    _ = ArticleProcessor().process(input("", headers: headers), into: &arena)
    let written = arena.headers(of: arena.records[0])
    #expect(
      written.map(\.name).filter { $0 == "nuqta-error-reason" || $0 == "nuqta-error-extra" } == ["nuqta-error-reason"])
    #expect(written.first?.name == "x" && written.last?.name == "nuqta-error-count" && written.last?.value == after)
  }
}
