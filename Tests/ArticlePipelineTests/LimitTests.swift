import SentenceUnits
import Testing

@testable import ArticlePipeline

/// Each limit at its edge: the last that is taken and the first that isn't.
@Suite struct LimitTests {
  static let json = [("content-type", "application/json")]
  static let text = [("content-type", "text/plain")]

  static func process(_ record: InputRecord, _ change: (inout ProcessorSettings) -> Void = { _ in }) -> (
    outcome: ArticleOutcome, arena: RecordArena
  ) {
    var settings = ProcessorSettings()
    change(&settings)
    var arena = RecordArena()
    let outcome = ArticleProcessor(settings: settings).process(record, into: &arena)
    return (outcome, arena)
  }

  @Test(arguments: [("text/plain", "قال. قال."), ("application/json", "{\"uri\":\"u\",\"body\":\"x\"}"), ("", "text")])
  func articleBytes(_ type: String, _ value: String) {
    let record = input(value, headers: type.isEmpty ? [] : [("content-type", type)])
    let count = value.utf8.count
    guard case .article = Self.process(record, { $0.maxArticleBytes = count }).outcome else {
      Issue.record("refused at the limit")
      return
    }
    let (outcome, arena) = Self.process(record) { $0.maxArticleBytes = count - 1 }
    #expect(outcome == .deadLetter(reason: .tooLarge) && arena.text(arena.records[0].value) == value)
    #expect(
      arena.header("nuqta-error-detail", of: arena.records[0])
        == "the value has \(count) bytes, and \(count - 1) are taken")
  }

  /// The defaults that the design names.
  @Test func defaults() {
    #expect(ProcessorSettings().maxArticleBytes == 1_000_000 && ProcessorSettings().maxUnits == 20_000)
    let most = String(repeating: "a", count: 1_000_000)
    #expect(Self.process(input(most, headers: Self.text)).outcome == .article(status: .usable, units: 1))
    #expect(Self.process(input(most + "a", headers: Self.text)).outcome == .deadLetter(reason: .tooLarge))
  }

  @Test func units() {
    let value = String(repeating: "One two. ", count: 7)
    let record = input(value, headers: Self.text)
    #expect(Self.process(record) { $0.maxUnits = 7 }.outcome == .article(status: .usable, units: 7))
    let (outcome, arena) = Self.process(record) { $0.maxUnits = 6 }
    #expect(outcome == .deadLetter(reason: .tooManyUnits) && arena.records.count == 1)
    #expect(
      arena.header("nuqta-error-detail", of: arena.records[0])
        == "the article has more than 6 units; --max-units sets the limit")
    #expect(Self.process(record) { $0.maxUnits = 0 }.outcome == .deadLetter(reason: .tooManyUnits))
    #expect(Self.process(record) { $0.maxUnits = -1 }.outcome == .deadLetter(reason: .tooManyUnits))
    #expect(Self.process(record) { $0.maxUnits = .max }.outcome == .article(status: .usable, units: 7))
    // Nothing to cut is within any limit.
    #expect(Self.process(input("{\"uri\":\"u\"}")) { $0.maxUnits = 0 }.outcome == .article(status: .empty, units: 0))
  }

  @Test func defaultUnits() {
    let most = String(repeating: "x\n", count: 20_000)
    #expect(Self.process(input(most, headers: Self.text)).outcome == .article(status: .usable, units: 20_000))
    #expect(Self.process(input(most + "x", headers: Self.text)).outcome == .deadLetter(reason: .tooManyUnits))
  }

  /// Units count through all fields and translations.
  @Test func unitsOfAllFields() {
    let value =
      "{\"uri\":\"u\",\"headline\":\"H\",\"body\":\"It rained. It stopped.\",\"translations\":[{\"language\":\"de\",\"body\":\"Es regnete. Dann nicht.\"}]}"
    #expect(Self.process(input(value)) { $0.maxUnits = 5 }.outcome == .article(status: .usable, units: 5))
    #expect(Self.process(input(value)) { $0.maxUnits = 4 }.outcome == .deadLetter(reason: .tooManyUnits))
  }

  /// The largest record of an article decides, to the byte; nothing of the article is left.
  @Test func recordBytes() throws {
    let record = input("{\"uri\":\"u\",\"headline\":\"H\",\"body\":\"One. Two.\"}", headers: Self.json)
    let arena = Self.process(record).arena
    let largest = try #require(arena.records.map(arena.size).max())
    #expect(Self.process(record) { $0.maxRecordBytes = largest }.arena.bytes == arena.bytes)
    let refused = Self.process(record) { $0.maxRecordBytes = largest - 1 }
    #expect(refused.outcome == .deadLetter(reason: .outputRefused) && refused.arena.records.count == 1)
    #expect(
      refused.arena.header("nuqta-error-detail", of: refused.arena.records[0])
        == "a record of the article would have \(largest) bytes, the output topics take \(largest - 1)")
    #expect(refused.arena.records[0].value.map { Array(refused.arena.bytes[$0]) } == record.value)
  }

  /// A letter is whole up to the byte at which it no longer fits; then size and hash stand in for the value.
  @Test func letterWithoutItsValue() throws {
    let value = [UInt8](repeating: 0xFF, count: 5_000)
    let record = input(bytes: value, headers: Self.text + [("x", "y")])
    let whole = Self.process(record).arena
    let size = whole.size(of: whole.records[0])
    #expect(whole.records[0].value?.count == 5_000)
    #expect(Self.process(record) { $0.maxRecordBytes = size }.arena.bytes == whole.bytes)

    let (outcome, arena) = Self.process(record) { $0.maxRecordBytes = size - 1 }
    let letter = try #require(arena.records.first)
    #expect(outcome == .deadLetter(reason: .invalidUTF8) && arena.records.count == 1)
    #expect(letter.value == nil && arena.text(letter.key) == "urn:x:1" && arena.header("x", of: letter) == "y")
    var sha256 = try SHA256()
    #expect(
      arena.header("nuqta-error-truncated", of: letter) == "size=5000 sha256=\(try sha256.digest(value).description)")
    #expect(arena.header("nuqta-error-topic", of: letter) == "articles")
    #expect(
      arena.header("nuqta-error-partition", of: letter) == "3" && arena.header("nuqta-error-offset", of: letter) == "41"
    )
    #expect(arena.headers(of: letter).last?.name == "nuqta-error-truncated")
  }

  /// Headers or a key that are too large alone go after the value, and a null value is no way round it.
  @Test(arguments: [nil, "x"], [0, 5_000]) func letterWithoutHeadersAndKey(_ value: String?, _ keyBytes: Int) throws {
    let large = String(repeating: "h", count: 5_000)
    let key = [UInt8](repeating: 0xFF, count: keyBytes)
    var record = input(
      bytes: value.map { Array($0.utf8) }, key: key,
      headers: [("content-type", "image/png"), ("large", large), ("nuqta-error-count", "4")])
    let (outcome, arena) = Self.process(record) { $0.maxRecordBytes = 1_500 }
    let letter = try #require(arena.records.first)
    #expect(outcome == .deadLetter(reason: value == nil ? .missingIdentity : .unsupportedContentType))
    #expect(arena.size(of: letter) <= 1_500 && letter.value == nil && (letter.key == nil) == (keyBytes > 0))
    var sha256 = try SHA256()
    var stand = value == nil ? "headers=2" : "size=1 sha256=\(try sha256.digest(Array("x".utf8)).description) headers=2"
    if keyBytes > 0 { stand += " key-size=5000 key-sha256=\(try sha256.digest(key).description)" }
    #expect(arena.header("nuqta-error-truncated", of: letter) == stand)
    #expect(arena.headers(of: letter).allSatisfy { $0.name.hasPrefix("nuqta-error-") })
    #expect(arena.header("nuqta-error-count", of: letter) == "5")

    // A large key alone costs value and headers too: they go in a fixed order.
    record.headers = [RecordHeader(name: "content-type", value: Array("image/png".utf8))]
    let small = Self.process(record) { $0.maxRecordBytes = 1_500 }.arena
    #expect((small.header("content-type", of: small.records[0]) == nil) == (keyBytes > 0))
  }

  /// A detail is short, whatever names the message has; it ends on a character.
  @Test func detailOfALongName() throws {
    let name = String(repeating: "ن", count: 200_000)
    let record = input("{\"uri\":\"u\",\"\(name)\":tru}", headers: Self.json)
    let (outcome, arena) = Self.process(record)
    let detail = try #require(arena.header("nuqta-error-detail", of: arena.records[0]))
    #expect(outcome == .deadLetter(reason: .invalidJSON))
    #expect(detail.utf8.count <= DeadLetter.longestDetail + 3 && detail.hasSuffix("نن…"))
    #expect(detail.hasPrefix("no literal of JSON at byte 400014 in /نن"))
    let type = Self.process(input("x", headers: [("content-type", "x/" + name)])).arena
    #expect(try #require(type.header("nuqta-error-detail", of: type.records[0])).utf8.count <= 1_003)
  }

  /// What every unit repeats is bounded: a megabyte must not become ten gigabytes.
  @Test func repetition() throws {
    let lines = String(repeating: "x\\n", count: 10_000)
    func value(_ member: String, _ count: Int) -> InputRecord {
      let text = String(repeating: "7", count: count)
      let uri = member == "uri" ? "" : "\"uri\":\"u\","
      return input("{\(uri)\"\(member)\":\"\(text)\",\"body\":\"\(lines)\"}", headers: Self.json)
    }
    /// Whether the units of a record are within the limit.
    func fits(_ record: InputRecord, _ settings: ProcessorSettings = ProcessorSettings()) throws -> Bool {
      let article = try UnitCutter().cut(BlockBuilder(settings: settings).article(decode(record).get()))
      #expect(article.units.count >= 10_000)
      do {
        try RepetitionLimit(settings).check(article)
        return true
      } catch {
        #expect(error.reason == .outputRefused)
        return false
      }
    }
    // Ten thousand times 6,710 bytes are less than 64 MiB, and 6,711 more; beside them stand the uri's byte, and what neighbours repeat.
    #expect(try fits(value("headline", 6_700)) && !fits(value("headline", 6_711)))
    #expect(try fits(value("uri", 6_707)) && !fits(value("uri", 6_711)))
    #expect(try fits(value("version", 6_700)) && !fits(value("version", 6_711)))
    var settings = ProcessorSettings()
    settings.contextText = 0
    #expect(try fits(value("headline", 50_000), settings) && !fits(value("uri", 6_711), settings))
    settings.contextText = .max
    #expect(try !fits(value("headline", 10), settings))
    settings = ProcessorSettings()
    settings.maxArticleBytes = 10_000_000
    #expect(try fits(value("headline", 60_000), settings) && !fits(value("headline", 64_001), settings))

    let (outcome, arena) = Self.process(value("headline", 500_000))
    #expect(outcome == .deadLetter(reason: .outputRefused) && arena.records.count == 1)
    #expect(
      arena.header("nuqta-error-detail", of: arena.records[0])
        == "the article's 10001 units would repeat its identity, headings and neighbouring texts to more than 67108864 bytes"
    )
  }

  @Test func extremesOfSettings() {
    let record = input("{\"uri\":\"u\",\"headline\":\"H\",\"body\":\"One. Two.\"}", headers: Self.json)
    for value in [Int.max, .max - 1] {
      #expect(
        Self.process(record) {
          ($0.maxArticleBytes, $0.maxUnits, $0.maxRecordBytes, $0.contextText) = (value, value, value, value)
        }.outcome == .article(status: .usable, units: 3))
      let latin = input(bytes: [0x61, 0xE9], headers: [("content-type", "text/plain;charset=latin1")])
      #expect(
        Self.process(latin) { ($0.maxArticleBytes, $0.contextText) = (value, value) }.outcome
          == .article(status: .usable, units: 1))
    }
    for value in [Int.min, -1, 0] {
      let (outcome, arena) = Self.process(record) {
        ($0.maxArticleBytes, $0.maxUnits, $0.maxRecordBytes, $0.contextText) = (value, value, value, value)
      }
      #expect(outcome == .deadLetter(reason: .tooLarge) && arena.records.count == 1 && arena.records[0].key == nil)
    }
  }
}
