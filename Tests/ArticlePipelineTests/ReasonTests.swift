import SentenceUnits
import Testing

@testable import ArticlePipeline

/// Each reason's record, and which goes first where several hold.
@Suite struct ReasonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let reason: DeadLetterReason
    let record: InputRecord
    var settings = ProcessorSettings()
    var testDescription: String { reason.rawValue }
  }

  static func settings(_ change: (inout ProcessorSettings) -> Void) -> ProcessorSettings {
    var settings = ProcessorSettings()
    change(&settings)
    return settings
  }

  /// One record a reason, in the order in which they are found.
  static let cases: [Case] = [
    Case(reason: .tooLarge, record: input("قال."), settings: settings { $0.maxArticleBytes = 3 }),
    Case(reason: .unsupportedContentType, record: input("قال.", headers: [("content-type", "audio/mpeg")])),
    Case(reason: .missingText, record: input("")),
    Case(reason: .invalidUTF8, record: input(bytes: [0x64, 0xE9, 0x6A])),
    Case(reason: .invalidJSON, record: input("{\"body\":")),
    Case(reason: .missingIdentity, record: input("{\"body\":\"x\"}", key: nil)),
    Case(reason: .invalidField, record: input("{\"uri\":\"u\",\"body\":7}")),
    Case(reason: .tooManyUnits, record: input("One. Two. Three."), settings: settings { $0.maxUnits = 2 }),
    Case(reason: .outputRefused, record: input("One. Two."), settings: settings { $0.maxRecordBytes = 400 }),
  ]

  @Test(arguments: cases) func each(_ given: Case) {
    var arena = RecordArena()
    let outcome = ArticleProcessor(settings: given.settings).process(given.record, into: &arena)
    #expect(outcome == .deadLetter(reason: given.reason) && arena.records.count == 1)
    #expect(arena.header("nuqta-error-reason", of: arena.records[0]) == given.reason.rawValue)
    #expect(arena.header("nuqta-error-detail", of: arena.records[0])?.isEmpty == false)
    #expect(arena.records[0].stream == .deadLetters && arena.records[0].timestamp == nil)
    // The next article is unharmed.
    let first = arena.records.count
    #expect(ArticleProcessor().process(input("قال."), into: &arena) == .article(status: .usable, units: 1))
    var alone = RecordArena()
    _ = ArticleProcessor().process(input("قال."), into: &alone)
    #expect(arena.records[first...].map { arena.text($0.value) } == alone.records.map { alone.text($0.value) })
  }

  /// The stable codes; `crashed` is kept for a worker that restarts, `internal` comes of defects alone (`unitsThatDoNotTile`).
  @Test func codes() {
    #expect(
      DeadLetterReason.allCases.map(\.rawValue) == [
        "invalid-utf8", "invalid-json", "invalid-field", "missing-identity", "missing-text", "unsupported-content-type",
        "too-large", "too-many-units", "output-refused", "crashed", "internal",
      ])
    #expect(Set(Self.cases.map(\.reason)).union([.crashed, .internal]) == Set(DeadLetterReason.allCases))
  }

  /// Two things wrong at once: the one that the decoder documents first is told.
  @Test func precedence() {
    func reason(
      _ value: [UInt8]?, key: String? = "k", type: String? = nil, _ settings: ProcessorSettings = ProcessorSettings()
    )
      -> DeadLetterReason?
    {
      var arena = RecordArena()
      let record = input(
        bytes: value, key: key.map { Array($0.utf8) }, headers: type.map { [("content-type", $0)] } ?? [])
      guard case .deadLetter(let reason) = ArticleProcessor(settings: settings).process(record, into: &arena) else {
        return nil
      }
      return reason
    }
    let json = "application/json"
    let tight = Self.settings { ($0.maxArticleBytes, $0.maxUnits, $0.maxRecordBytes) = (20, 1, 1) }
    let long = Array(String(repeating: "A. ", count: 7).utf8)
    // too-large, then type, then nothing, then UTF-8, then what the bytes look like.
    #expect(reason(long, type: "image/png", tight) == .tooLarge)
    #expect(reason([], type: "text/plain; charset=macarabic") == .unsupportedContentType)
    #expect(reason([], type: "text/plain; charset=windows-1256") == .missingText)
    #expect(reason([], key: nil) == .missingText)
    #expect(reason(Array("<p>".utf8) + [0xFF]) == .invalidUTF8)
    #expect(reason([0, 1, 2, 0xFF]) == .invalidUTF8)
    #expect(reason([0, 1, 2], key: nil) == .unsupportedContentType)
    // A charset's fault goes before a missing key, and so does a decoded text's size; of the two the first byte decides.
    #expect(reason([0x81], key: nil, type: "text/plain; charset=windows-1252") == .invalidUTF8)
    #expect(reason([0x61], key: nil, type: "text/plain; charset=windows-1252") == .missingIdentity)
    #expect(
      reason([UInt8](repeating: 0xE9, count: 11), key: nil, type: "text/plain; charset=latin1", tight) == .tooLarge)
    for (label, fault) in [("latin1", 0x81), ("shift_jis", 0xFF)] as [(String, UInt8)] {
      let type = "text/plain; charset=\(label)"
      let text = [UInt8](repeating: label == "latin1" ? 0xE9 : 0xB6, count: 12)
      #expect(reason([fault] + text, type: type, tight) == .invalidUTF8)
      #expect(reason(text + [fault], type: type, tight) == .tooLarge)
    }
    // JSON, then envelope, then identity and status, then fields, then forms that aren't read, then units, then output.
    #expect(reason(Array("{\"uri\":{},\"body\":7".utf8), key: nil, type: json) == .invalidJSON)
    #expect(reason(Array("{\"body\":7}".utf8), key: nil, type: json) == .missingIdentity)
    #expect(reason(Array("{\"uri\":{},\"body_html\":\"<p>x\"}".utf8), key: nil, type: json) == .invalidField)
    #expect(reason(Array("{\"headline\":7,\"body_html\":\"<p>x\"}".utf8), type: json) == .invalidField)
    #expect(
      reason(Array("{\"body_html\":\"<p>x\"}".utf8), type: json, Self.settings { $0.maxUnits = 0 })
        == .unsupportedContentType)
    #expect(reason(Array("Rain. Sun.".utf8), tight) == .tooManyUnits)
    #expect(reason(Array("A.".utf8), tight) == .outputRefused)
  }

  /// What is no fault: states of an article and messages with little text.
  @Test(arguments: [
    ("{\"uri\":\"u\",\"headline\":\"عاجل: زلزال\"}", ArticleStatus.usable, 1, "headline"),
    ("{\"uri\":\"u\",\"summary\":\"ملخص.\"}", .usable, 1, "summary"),
    ("{\"uri\":\"u\",\"headline\":\"\",\"summary\":\"ملخص.\",\"body\":null}", .usable, 1, "summary"),
    ("{\"uri\":\"u\"}", .empty, 0, ""), ("{\"uri\":\"u\",\"body\":\"\\u200b\\n\"}", .empty, 0, ""),
    ("{\"uri\":\"u\",\"type\":\"picture\",\"renditions\":{}}", .empty, 0, ""),
    ("{\"uri\":\"u\",\"pubStatus\":\"withheld\",\"headline\":\"H\"}", .withheld, 1, "headline"),
    ("{\"uri\":\"u\",\"pubStatus\":\"withheld\"}", .withheld, 0, ""),
    ("{\"uri\":\"u\",\"pubStatus\":\"canceled\",\"headline\":\"H\"}", .withdrawn, 0, ""),
  ])
  func states(_ value: String, _ status: ArticleStatus, _ count: Int, _ kind: String) throws {
    var arena = RecordArena()
    let record = input(value, headers: [("content-type", "application/json")])
    #expect(ArticleProcessor().process(record, into: &arena) == .article(status: status, units: count))
    #expect(arena.records.map(\.stream) == Array(repeating: .units, count: count + 1) + [.manifests])
    let article = try ArticleRecord(decoding: Array(arena.bytes[try #require(arena.records[count].value)]))
    #expect(article.status == status && article.units.count == count && article.article.uri == "u")
    for unit in arena.records.prefix(count) {
      #expect(try UnitRecord(decoding: Array(arena.bytes[try #require(unit.value)])).kind.rawValue == kind)
    }
    // Withdrawal alone takes the manifest away.
    #expect((arena.records[count + 1].value == nil) == (status == .withdrawn))
  }

  /// The key names what a null value withdraws; a withdrawal with an identity of its own needs no key.
  @Test func withdrawals() {
    var arena = RecordArena()
    #expect(
      ArticleProcessor().process(input(nil, key: "urn:gone"), into: &arena) == .article(status: .withdrawn, units: 0))
    #expect(arena.text(arena.records[1].key) == "urn:gone" && arena.records[1].value == nil)
    for key in [nil, "", " \u{200B}"] as [String?] {
      #expect(ArticleProcessor().process(input(nil, key: key), into: &arena) == .deadLetter(reason: .missingIdentity))
    }
    #expect(
      ArticleProcessor().process(input("{\"uri\":\"u\",\"status\":\"canceled\"}", key: nil), into: &arena)
        == .article(status: .withdrawn, units: 0))
    // A null value of any declared type is a withdrawal.
    #expect(
      ArticleProcessor().process(input(nil, headers: [("content-type", "image/png")]), into: &arena)
        == .article(status: .withdrawn, units: 0))
  }
}
