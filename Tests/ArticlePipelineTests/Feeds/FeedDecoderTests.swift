import SentenceUnits
import Testing

@testable import ArticlePipeline

@Suite struct FeedDecoderTests {
  static let json = [("content-type", "application/json")]
  static let text = [("content-type", "text/plain")]

  @Test(arguments: [
    ("{\"uri\":\"a\",\"id\":\"b\",\"body\":\"x\"}", "k", "a"), ("{\"id\":\"b\",\"body\":\"x\"}", "k", "b"),
    ("{\"uri\":\"\",\"id\":\"b\"}", "k", "b"), ("{\"uri\":\"  \",\"body\":\"x\"}", "k", "k"),
    ("{\"body\":\"x\"}", "k", "k"),
    ("{\"uri\":null,\"id\":7}", "k", "7"), ("{\"id\":0}", "k", "0"), ("{\"uri\":\" a b \"}", "k", " a b "),
    ("{\"\\u0075ri\":\"esc\"}", "k", "esc"), ("{\"uri\":\"https://x/\\u0646\"}", nil, "https://x/ن"),
  ])
  func identity(_ value: String, _ key: String?, _ uri: String) throws {
    #expect(try decode(input(value, key: key, headers: Self.json)).get().uri == uri)
  }

  @Test(arguments: [
    ("{\"uri\":\"u\",\"version\":\"3\"}", "3"), ("{\"uri\":\"u\",\"version\":3}", "3"),
    ("{\"uri\":\"u\",\"version\":0}", "0"),
    ("{\"uri\":\"u\",\"version\":1.50}", "1.50"), ("{\"uri\":\"u\",\"version\":\"\"}", nil),
    ("{\"uri\":\"u\",\"version\":null}", nil),
    ("{\"uri\":\"u\"}", nil),
  ])
  func version(_ value: String, _ version: String?) throws {
    #expect(try decode(input(value, headers: Self.json)).get().version == version)
  }

  /// Which member is cut where several are present, and the pointer that says so.
  @Test(arguments: [
    ("\"headline\":\"H\",\"title\":\"T\"", "/headline"), ("\"title\":\"T\",\"headline\":\"H\"", "/headline"),
    ("\"headline\":\" \",\"title\":\"T\"", "/title"), ("\"title\":\"T\",\"headline\":\"\"", "/title"),
    ("\"headline\":null,\"title\":\"T\"", "/title"), ("\"subheadline\":\"S\"", "/subheadline"),
    ("\"kicker\":\"K\"", "/kicker"),
    ("\"summary\":\"S\",\"description\":\"D\"", "/summary"), ("\"description\":\"D\"", "/description"),
    ("\"byline\":\"B\",\"author\":\"A\"", "/byline"), ("\"author\":\"A\"", "/author"),
    ("\"author\":{\"url\":\"x\",\"name\":\"A\"}", "/author/name"),
    ("\"author\":[{\"name\":\"A\"}]", "/author/0/name"), ("\"author\":[\"A\",\"B\"]", "/author/0 /author/1"),
    ("\"byline\":\"\",\"author\":[{\"@type\":\"Person\",\"name\":\"A\"}]", "/author/0/name"),
    ("\"author\":{\"url\":\"x\"}", ""),
    ("\"dateline\":\"D\"", "/dateline"), ("\"body\":\"B\",\"body_text\":\"T\"", "/body"),
    ("\"body_text\":\"B\",\"text\":\"T\"", "/body_text"),
    ("\"text\":\"T\",\"content_text\":\"C\"", "/content_text"), ("\"content_text\":\"C\"", "/content_text"),
    ("\"body\":\"\\n\",\"content_text\":\"C\"", "/content_text"), ("\"body\":\" \"", "/body"), ("\"body\":\"\"", ""),
    ("\"captions\":[\"a\",\"b\"]", "/captions/0 /captions/1"),
    ("\"captions\":[{\"text\":\"a\"},{\"caption\":\"b\",\"id\":1},null]", "/captions/0/text /captions/1/caption"),
    ("\"captions\":\"c\"", "/captions"),
    (
      "\"body\":\"B\",\"kicker\":\"K\",\"dateline\":\"D\",\"captions\":[\"C\"],\"byline\":\"Y\",\"headline\":\"H\",\"summary\":\"S\",\"subheadline\":\"U\"",
      "/kicker /headline /subheadline /byline /dateline /summary /body /captions/0"
    ),
    ("\"body_text\":\"T\",\"body_html\":\"<p>T</p>\",\"body_xhtml\":\"<p>T</p>\"", "/body_text"),
    ("\"headline\":\"H\",\"body_html\":\"\",\"content_html\":null,\"bodies\":[]", "/headline"),
    ("\"body\":\"<p>T</p>\",\"content_text\":\"C\"", "/content_text"), ("\"body\":\"< 5 % of votes\"", "/body"),
    ("\"headline\":\"H\",\"unknown\":{\"body\":\"x\"}", "/headline"),
    (
      "\"body\":\"B\",\"body_main\":\"M n\",\"description_text\":\"D e\",\"headline_main\":\"H e\"",
      "/headline_main /description_text /body_main"
    ),
    ("\"headline\":\"H\",\"body_format\":\"html\",\"body_length\":3,\"body_main\":null", "/headline"),
    ("\"summary\":\"S\",\"headline_main\":\"H e\",\"teaser\":\"T\",\"headlines\":[]", "/headline_main /summary"),
    ("\"headline\":\"H\",\"data\":{\"x\":1},\"items\":[],\"body_a\":\"\",\"body_b\":\" \"", "/headline"),
    (
      "\"translations\":[{\"language\":\"en\",\"headline\":\"H\",\"body\":\"B\"},{\"language\":\"de\",\"body_text\":\"B\",\"uri\":4}]",
      "/translations/0/headline /translations/0/body /translations/1/body_text"
    ),
  ])
  func aliases(_ members: String, _ pointers: String) throws {
    let message = try decode(input("{\"uri\":\"u\",\(members)}", headers: Self.json)).get()
    #expect(message.texts.map(\.pointer).joined(separator: " ") == pointers)
  }

  @Test func scopesAreCanonical() throws {
    let value =
      "{\"id\":1,\"title\":\"T\",\"content_text\":\"B\",\"translations\":[{\"language\":\"en_us\",\"title\":\"T\"},{\"body\":\"B\"}]}"
    let message = try decode(input(value, headers: Self.json)).get()
    #expect(message.texts.map(\.scope) == ["headline", "body", "en-US/headline", "und/body"])
  }

  @Test(arguments: [
    ("usable", ArticleStatus.usable), ("withheld", .withheld), ("canceled", .withdrawn), ("cancelled", .withdrawn),
    ("Canceled", .withdrawn),
    ("unpublished", .withdrawn), ("withdrawn", .withdrawn), ("", .usable),
  ])
  func status(_ status: String, _ wanted: ArticleStatus) throws {
    for member in ["status", "pubStatus", "pubstatus"] {
      #expect(
        try decode(input("{\"uri\":\"u\",\"\(member)\":\"\(status)\"}", headers: Self.json)).get().status == wanted)
    }
  }

  @Test func statusOrder() throws {
    let value = "{\"uri\":\"u\",\"status\":\"killed\",\"pubStatus\":\"withheld\",\"pubstatus\":\"usable\"}"
    #expect(try decode(input(value, headers: Self.json)).get().status == .withheld)
  }

  /// The plain `status` means much else in other feeds: only what may not be published or is gone counts.
  @Test(arguments: [
    ("200", ArticleStatus.usable), ("\"published\"", .usable), ("\"ok\"", .usable), ("true", .usable),
    ("{\"code\":1}", .usable),
    ("\"draft\"", .withheld), ("\" Private \"", .withheld), ("\"killed\"", .withdrawn), ("\"deleted\"", .withdrawn),
    ("\"stat:canceled\"", .withdrawn),
  ])
  func plainStatus(_ value: String, _ wanted: ArticleStatus) throws {
    let message = try decode(input("{\"uri\":\"u\",\"status\":\(value),\"body\":\"B\"}", headers: Self.json)).get()
    #expect(message.status == wanted && message.texts.isEmpty == (wanted == .withdrawn))
  }

  @Test(arguments: ["\"draft\"", "1", "[]", "\"published\""])
  func otherStatus(_ value: String) {
    for member in ["pubStatus", "pubstatus"] {
      guard case .failure(let unusable) = decode(input("{\"uri\":\"u\",\"\(member)\":\(value)}", headers: Self.json))
      else {
        Issue.record("\(member) \(value) is taken")
        continue
      }
      #expect(unusable.reason == .invalidField && unusable.detail.hasSuffix("in /\(member)"))
    }
  }

  /// A kill is a kill, whatever else the message holds.
  @Test(arguments: ["\"body\":7", "\"body_html\":\"<p>x\"", "\"captions\":{}", "\"body\":\"text\""])
  func withdrawalWins(_ members: String) throws {
    let message = try decode(input("{\"uri\":\"u\",\"pubStatus\":\"canceled\",\(members)}", headers: Self.json)).get()
    #expect(message.status == .withdrawn && message.texts.isEmpty)
  }

  @Test(arguments: [
    ("{\"uri\":{}}", DeadLetterReason.invalidField, "an identity is a string or a whole number at byte 7 in /uri"),
    ("{\"uri\":1.5}", .invalidField, "an identity is a string or a whole number at byte 7 in /uri"),
    ("{\"uri\":\"u\",\"version\":true}", .invalidField, "a string or a number is due at byte 21 in /version"),
    (
      "{\"uri\":\"u\",\"headline\":{}}", .invalidField,
      "a string is due, or a list of objects with a value at byte 22 in /headline"
    ),
    (
      "{\"uri\":\"u\",\"captions\":[1]}", .invalidField,
      "a string or an object with a text or caption is due at byte 23 in /captions/0"
    ),
    (
      "{\"uri\":\"u\",\"translations\":[{\"body\":{}}]}", .invalidField,
      "a string is due, or a list of objects with a value at byte 35 in /translations/0/body"
    ),
    ("{\"uri\":\"u\",\"translations\":{}}", .invalidField, "a list of objects is due at byte 26 in /translations"),
    ("{\"uri\":\"u\",\"language\":1}", .invalidField, "a string is due at byte 22 in /language"),
    (
      "{\"uri\":\"u\",\"pubStatus\":\"draft\"}", .invalidField,
      "the status is none of usable, withheld, canceled at byte 23 in /pubStatus"
    ),
    ("{\"uri\":\"u\",\"body\":\"x\",\"body\":\"x\"}", .invalidJSON, "the member stands here twice at byte 29 in /body"),
    (
      "{\"uri\":\"u\",\"x\":1,\"x\":\"\\ud800\"}", .invalidJSON,
      "a lone high surrogate is no character at byte 22 in /x"
    ),
    ("{\"uri\":\"u\"} {}", .invalidJSON, "more bytes follow the end of the text at byte 12"),
    ("[]", .invalidField, "an article is a JSON object, and the list holds none"),
    ("\"x\"", .invalidField, "an article is a JSON object, and this is another value"),
    (
      "{\"uri\":\"u\",\"body_html\":\"<p>x</p>\"}", .unsupportedContentType,
      "/body_html holds the body in a form that isn't read, and no plain text stands beside it"
    ),
    (
      "{\"uri\":\"u\",\"headline\":\"H\",\"body\":\"<div>x</div>\"}", .unsupportedContentType,
      "/body holds the body in a form that isn't read, and no plain text stands beside it"
    ),
    (
      "{\"uri\":\"u\",\"body\":\"B\",\"translations\":[{\"language\":\"en\",\"body_html\":\"<p>x\"}]}",
      .unsupportedContentType,
      "/translations/0/body_html holds the body in a form that isn't read, and no plain text stands beside it"
    ),
  ])
  func refusals(_ value: String, _ reason: DeadLetterReason, _ detail: String) {
    #expect(decode(input(value, headers: Self.json)) == .failure(UnusableRecord(reason, detail)))
  }

  @Test(arguments: [
    ("application/json", FeedFormat.json), ("APPLICATION/JSON; charset=UTF-8", .json), ("application/ld+json", .json),
    ("text/json", .json), ("text/plain", .text), ("text/plain;charset=\"utf-8\"", .text),
    ("text/plain; format=flowed; charset=us-ascii", .text),
    ("Text/Plain ; Charset=utf8", .text),
  ])
  func contentTypes(_ type: String, _ format: FeedFormat) throws {
    let value = format == .json ? "{\"body\":\"x\"}" : "x"
    let message = try decode(input(value, headers: [("Content-Type", type)])).get()
    #expect(message.contentType.description == (format == .json ? "application/json" : "text/plain"))
  }

  @Test(arguments: [
    ("text/html", "text/html isn't read"), ("image/jpeg", "image/jpeg isn't read"),
    ("application/xml", "application/xml isn't read"),
    ("application/cloudevents-batch+json", "application/cloudevents-batch+json isn't read"),
    ("avro/binary", "avro/binary isn't read"),
    ("text/plain; charset=macarabic", "text/plain isn't read in the charset macarabic"),
    ("text/plain; charset=UTF-7", "text/plain isn't read in the charset utf-7"),
    ("text/plain; charset=iso-2022-jp", "text/plain isn't read in the charset iso-2022-jp"),
    ("text/plain; charset=windows-1256//IGNORE", "text/plain isn't read in the charset windows-1256//ignore"),
    ("text/plain; charset=cp1252//TRANSLIT", "text/plain isn't read in the charset cp1252//translit"),
    ("text/plain; charset=\"../../x\"", "text/plain isn't read in the charset ../../x"),
    ("text/plain; charset=قال", "text/plain isn't read in the charset قال"),
    ("application/json; charset=utf-16", "application/json is read in UTF-8 only (RFC 8259), not in utf-16"),
    ("application/ld+json; charset=latin1", "application/ld+json is read in UTF-8 only (RFC 8259), not in latin1"),
    ("nonsense", "nonsense isn't read"),
  ])
  func unsupportedTypes(_ type: String, _ detail: String) {
    #expect(
      decode(input("{\"uri\":\"u\",\"body\":\"x\"}", headers: [("content-type", type)]))
        == .failure(UnusableRecord(.unsupportedContentType, detail)))
  }

  @Test(arguments: [
    ("{\"body\":\"x\"}", ContentSniffer.Finding.json(start: 0)), (" \r\n\t{\"body\":\"x\"}", .json(start: 4)),
    ("\u{FEFF}{}", .json(start: 3)),
    ("{broken", .json(start: 0)), ("[{}]", .json(start: 0)), ("[ \"a\"]", .json(start: 0)), ("[عاجل] قال", .text),
    ("[속보] …", .text), ("[1] x", .text),
    ("<p>x</p>", .html), ("<!DOCTYPE html>", .html), ("<?xml version='1.0'?>", .html), ("  <html lang=ar>", .html),
    ("< 5 %", .text), ("<3 love", .text),
    ("<b", .text), ("a\u{0}b", .binary), ("قال", .text), ("", .text),
    ("\u{0}\u{0}\u{0}\u{0}\u{1}{\"a\":1}", .json(start: 5)),
    ("\u{0}\u{0}\u{0}\u{0}\u{1} {}", .json(start: 6)), ("\u{0}\u{0}\u{0}\u{0}\u{1}x", .binary),
  ])
  func sniffing(_ value: String, _ finding: ContentSniffer.Finding) {
    #expect(ContentSniffer.look(at: Array(value.utf8)) == finding)
  }

  @Test func registryPrefix() throws {
    let value: [UInt8] = [0, 0xFF, 0xFE, 0x80, 1] + Array("{\"uri\":\"u\",\"body\":\"x\"}".utf8)
    #expect(try decode(input(bytes: value, headers: Self.json)).get().uri == "u")
    #expect(try decode(input(bytes: value)).get().uri == "u")
  }

  @Test func plainText() throws {
    let message = try decode(input("\u{FEFF}قال.\n", headers: Self.text + [("Content-Language", "AR")])).get()
    #expect(
      message
        == FeedMessage(
          uri: "urn:x:1", language: "ar", contentType: "text/plain",
          texts: [FeedText(pointer: "", role: .body, bytes: Array("\u{FEFF}قال.\n".utf8))]))
    #expect(try decode(input("{\"uri\":\"a\"}", headers: Self.text)).get().uri == "urn:x:1")
  }

  /// Reasons come in a stated order when several hold.
  @Test func precedence() {
    func reason(_ record: InputRecord, _ settings: ProcessorSettings = ProcessorSettings()) -> DeadLetterReason? {
      guard case .failure(let unusable) = decode(record, settings: settings) else { return nil }
      return unusable.reason
    }
    var small = ProcessorSettings()
    small.maxArticleBytes = 4
    let image = [("content-type", "image/png")]
    #expect(reason(input(bytes: [0xFF, 0xD8, 0, 0, 0], headers: image), small) == .tooLarge)
    #expect(reason(input(bytes: [0xFF, 0xD8], headers: image)) == .unsupportedContentType)
    #expect(reason(input(bytes: [], headers: image)) == .unsupportedContentType)
    #expect(reason(input(bytes: [], key: nil)) == .missingText)
    #expect(reason(input(bytes: [], headers: Self.json)) == .missingText)
    #expect(reason(input(bytes: Array("<p>".utf8) + [0xFF])) == .invalidUTF8)
    #expect(reason(input(bytes: Array("{\"a\"".utf8) + [0xFF], headers: Self.json)) == .invalidUTF8)
    #expect(reason(input("{\"body\":7}x", key: nil, headers: Self.json)) == .invalidJSON)
    #expect(reason(input("{\"body\":7}", key: nil, headers: Self.json)) == .missingIdentity)
    #expect(reason(input("{\"body\":\"x\"}", key: "", headers: Self.json)) == .missingIdentity)
    #expect(reason(input(bytes: Array("{\"body\":\"x\"}".utf8), key: [0xFF], headers: Self.json)) == .missingIdentity)
    #expect(reason(input("text", key: " ")) == .missingIdentity)
    #expect(reason(input(nil, key: nil)) == .missingIdentity)
    #expect(reason(input(nil)) == nil)
  }

  @Test func faultyBytesAreNamed() {
    let value = Array("{\"uri\":\"u\",\"body\":\"ab".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    #expect(
      decode(input(bytes: value, headers: Self.json))
        == .failure(UnusableRecord(.invalidUTF8, "the value is no UTF-8 at byte 21")))
  }

  @Test func limits() {
    var settings = ProcessorSettings()
    settings.maxArticleBytes = 12
    #expect(throws: Never.self) { try decode(input("{\"body\":\"x\"}", headers: Self.json), settings: settings).get() }
    #expect(
      decode(input("{\"body\":\"xy\"}", headers: Self.json), settings: settings)
        == .failure(UnusableRecord(.tooLarge, "the value has 13 bytes, and 12 are taken")))
  }
}
