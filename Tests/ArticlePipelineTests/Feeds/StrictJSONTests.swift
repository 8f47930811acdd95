import Testing

@testable import ArticlePipeline

/// What is no JSON by RFC 8259 is told as such, with its byte and pointer, wherever in an article it stands.
@Suite struct StrictJSONTests {
  static let json = [("content-type", "application/json")]

  /// Values of an unknown member, which nothing reads: they are checked as strictly as texts.
  @Test(arguments: [
    ("1e", "a digit is due in a number at byte 17 in /x"), ("-", "a digit is due in a number at byte 16 in /x"),
    ("1.", "a digit is due in a number at byte 17 in /x"), ("01", "a number has no leading zero at byte 16 in /x"),
    ("+1", "no value begins with '+' at byte 15 in /x"), (".5", "no value begins with '.' at byte 15 in /x"),
    ("nul", "no literal of JSON at byte 15 in /x"), ("True", "no value begins with 'T' at byte 15 in /x"),
    ("NaN", "no value begins with 'N' at byte 15 in /x"), ("'a'", "no value begins with ''' at byte 15 in /x"),
    ("\"a\u{0}b\"", "byte 0x00 must be escaped in a string at byte 17 in /x"),
    ("\"a\nb\"", "byte 0x0a must be escaped in a string at byte 17 in /x"),
    ("\"a\tb\"", "byte 0x09 must be escaped in a string at byte 17 in /x"),
    (#""\x""#, "no escape of JSON at byte 16 in /x"),
    (#""\u12g4""#, "four hexadecimal digits are due behind \\u at byte 16 in /x"),
    (#""\ud800""#, "a lone high surrogate is no character at byte 16 in /x"),
    (#""\ud800\ud800""#, "a lone high surrogate is no character at byte 16 in /x"),
    (#""\udc00""#, "a lone low surrogate is no character at byte 16 in /x"),
    (#""\ud800x""#, "a lone high surrogate is no character at byte 16 in /x"),
    ("[1,]", "no value begins with ']' at byte 18 in /x/1"),
    ("[1 2]", "a comma or the closing bracket is due, not '2' at byte 18 in /x/0"),
    ("{\"a\" 1}", "a colon is due behind the member's name at byte 20 in /x/a"),
    ("{a:1}", "a member's name is due at byte 16 in /x/"),
    ("{\"a\":1,}", "a member's name is due at byte 22 in /x/a"),
    ("// c\n1", "no value begins with '/' at byte 15 in /x"),
    ("\u{A0}1", "no value begins with byte 0xc2 at byte 15 in /x"),
  ])
  func values(_ value: String, _ detail: String) {
    #expect(
      decode(input("{\"uri\":\"u\",\"x\":\(value),\"body\":\"B.\"}", headers: Self.json))
        == .failure(UnusableRecord(.invalidJSON, detail)))
  }

  @Test(arguments: [
    ("{\"uri\":\"u\"", "the text ends inside a value at byte 10 in /uri"),
    ("{\"uri\":\"u\"}}", "more bytes follow the end of the text at byte 11"),
    ("{\"uri\":\"u\"}\u{0}", "more bytes follow the end of the text at byte 11"),
    ("{\"uri\":", "the text ends where a value is due at byte 7 in /uri"),
    ("{\"uri\":\"u", "the text ends inside a string at byte 9 in /uri"),
    ("   ", "the text ends where a value is due at byte 3"),
    ("{\"uri\":\"u\",\"id\":1,\"id\":2}", "the member stands here twice at byte 23 in /id"),
    (#"{"uri":"u","b\u006fdy":"x","body":"y"}"#, "the member stands here twice at byte 34 in /body"),
    (#"{"uri":"u","body_a":"x y","body_a":"x y"}"#, "the member stands here twice at byte 35 in /body_a"),
    (#"{"uri":null,"uri":"u"}"#, "the member stands here twice at byte 18 in /uri"),
    (
      #"{"uri":"u","bodies":[{"value":"a","value":"b"}]}"#, "the member stands here twice at byte 42 in /bodies/0/value"
    ),
    (
      #"{"uri":"u","headlines":[{"contentType":"text/plain","contenttype":"text/html","value":"b"}]}"#,
      "the member stands here twice at byte 66 in /headlines/0/contenttype"
    ),
    (#"{"uri":"u","author":{"name":"a","name":"b"}}"#, "the member stands here twice at byte 39 in /author/name"),
    (
      #"{"uri":"u","translations":[{"body":"a","body":"b"}]}"#,
      "the member stands here twice at byte 46 in /translations/0/body"
    ),
    (
      #"{"data":{"item":{"headline":"a","headline":"b"}}}"#,
      "the member stands here twice at byte 43 in /data/item/headline"
    ),
  ])
  func texts(_ value: String, _ detail: String) {
    #expect(decode(input(value, headers: Self.json)) == .failure(UnusableRecord(.invalidJSON, detail)))
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xED, 0xBF, 0xBF], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xFE], 0),
      ([0x80], 0), ([0xBF], 0), ([0xD8], 0), ([0xE2, 0x80], 0), ([0xF0, 0x9F, 0x98], 0), ([0x61, 0xD8, 0x61], 1),
      ([0xD9, 0x82, 0x82], 2),
      ([0xE2, 0x28, 0xA1], 0),
    ] as [([UInt8], Int)])
  func badUTF8(_ bytes: [UInt8], _ at: Int) {
    let head = Array("{\"uri\":\"u\",\"body\":\"".utf8)
    let value = head + bytes + Array("\"}".utf8)
    #expect(
      decode(input(bytes: value, headers: Self.json))
        == .failure(UnusableRecord(.invalidUTF8, "the value is no UTF-8 at byte \(head.count + at)")))
  }

  /// Depth and length that would break a reader that recurs or counts in small numbers.
  @Test func extremes() throws {
    func nested(_ depth: Int) -> String {
      "{\"uri\":\"u\",\"x\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        + ",\"body\":\"B.\"}"
    }
    #expect(try decode(input(nested(63), headers: Self.json)).get().texts.count == 1)
    guard case .failure(let deep) = decode(input(nested(64), headers: Self.json)) else {
      Issue.record("65 levels are taken")
      return
    }
    #expect(deep.reason == .invalidJSON && deep.detail.hasPrefix("nested deeper than 64 levels at byte 78 in /x/0/0"))
    let million = String(repeating: "9", count: 900_000)
    #expect(try decode(input("{\"uri\":\"u\",\"x\":\(million)}", headers: Self.json)).get().uri == "u")
    #expect(try decode(input("{\"id\":\(million)}", headers: Self.json)).get().uri == million)
    #expect(
      try decode(input("{\"uri\":\"u\",\"version\":1e\(million)}", headers: Self.json)).get().version == "1e\(million)")
    let many = (0..<30_000).map { "\"body_\($0)\":\"some words\"" }.joined(separator: ",")
    #expect(try decode(input("{\"uri\":\"u\",\(many)}", headers: Self.json)).get().texts.map(\.pointer) == ["/body_0"])
    func reason(_ value: String) -> String {
      guard case .failure(let unusable) = decode(input(value, headers: Self.json)) else { return "taken" }
      return unusable.reason.rawValue
    }
    func captions(_ count: Int) -> String {
      "{\"uri\":\"u\",\"captions\":[" + (0..<count).map { "\"c\($0)\"" }.joined(separator: ",") + "]}"
    }
    #expect(try decode(input(captions(20_000), headers: Self.json)).get().texts.count == 20_000)
    #expect(reason(captions(20_001)) == "too-many-units")
    #expect(
      try decode(
        input(
          captions(0).replacing("[", with: "[" + String(repeating: "\" \",", count: 50_000) + "\"c\""),
          headers: Self.json)
      ).get().texts.count == 1)
    func translations(_ count: Int) -> String {
      "{\"uri\":\"u\",\"translations\":[" + (0..<count).map { _ in "{\"body\":\"B.\"}" }.joined(separator: ",") + "]}"
    }
    #expect(try decode(input(translations(256), headers: Self.json)).get().texts.count == 256)
    #expect(reason(translations(20_000)) == "invalid-field")
    let unknown = (0..<50_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(try decode(input("{\(unknown),\"body\":\"B.\"}", headers: Self.json)).get().texts.count == 1)
  }
}
