import Testing

@testable import ArticlePipeline

@Suite struct EnvelopeTests {
  static let json = [("content-type", "application/json")]

  private func texts(_ message: FeedMessage) -> String {
    message.texts.map { "\($0.pointer)=" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ")
  }

  /// Structured events: key, value, identity, texts.
  @Test(arguments: [
    (
      nil, #"{"specversion":"1.0","id":"e","source":"s","type":"t","data":{"uri":"u","body":"B."}}"#, "u",
      "/data/body=B."
    ),
    ("k", #"{"specversion":"1.0","id":"e","subject":"s","data":{"body":"B."}}"#, "k", "/data/body=B."),
    (nil, #"{"specversion":"1.0","id":"e","subject":"s","data":{"body":"B."}}"#, "s", "/data/body=B."),
    (nil, #"{"specversion":"1.0","id":"e","subject":"s","data":{"guid":"g","headline":"H"}}"#, "g", "/data/headline=H"),
    ("k", #"{"specversion":"1.0","id":"e","datacontenttype":"text/plain","data":"Text.\n"}"#, "k", "/data=Text.\n"),
    (
      "k", #"{"specversion":"1.0","id":"e","datacontenttype":"text/plain","data_base64":"VGV4dC4="}"#, "k",
      "/data_base64=Text."
    ),
    (
      nil, #"{"specversion":"1.0","id":"e","data_base64":"eyJ1cmkiOiJ1IiwiYm9keSI6IkIuIn0="}"#, "u",
      "/data_base64/body=B."
    ),
    ("k", #"{"specversion":"1.0","id":"e"}"#, "k", ""), ("k", #"{"specversion":"1.0","id":"e","data":null}"#, "k", ""),
    ("k", #"{"specversion":"1.0","id":"e","data":[{"id":"u","body":"B."}]}"#, "u", "/data/0/body=B."),
    (
      "k", #"{"specversion":"1.0","data":{"data":{"item":{"altids":{"itemid":"i"},"headline":"H"}}}}"#, "i",
      "/data/data/item/headline=H"
    ),
  ])
  func events(_ key: String?, _ value: String, _ uri: String, _ wanted: String) throws {
    for type in ["application/json", "application/cloudevents+json; charset=utf-8"] {
      let message = try decode(input(value, key: key, headers: [("content-type", type)])).get()
      #expect(message.uri == uri)
      #expect(texts(message) == wanted)
    }
  }

  @Test func binaryEvents() throws {
    let headers = [("ce_specversion", "1.0"), ("ce_id", "e"), ("ce_subject", "s")]
    func uri(_ value: String?, _ key: String?, _ type: String) throws -> String {
      try decode(input(value, key: key, headers: headers + [("content-type", type)])).get().uri
    }
    #expect(try uri(#"{"uri":"u","body":"B."}"#, nil, "application/json") == "u")
    #expect(try uri(#"{"body":"B."}"#, "k", "application/json") == "k")
    #expect(try uri(#"{"guid":"g","headline":"H"}"#, nil, "application/json") == "g")
    #expect(try uri(#"{"body":"B."}"#, nil, "application/json") == "s")
    #expect(try uri("Text.", nil, "text/plain") == "s")
    #expect(try uri("Text.", "k", "text/plain") == "k")
    #expect(try uri(nil, nil, "application/json") == "s")
  }

  @Test(arguments: [
    (
      #"[{"id":"a","body":"x"},{"id":"b","body":"y"}]"#, DeadLetterReason.unsupportedContentType,
      "the list holds 2 objects: send one article a message"
    ),
    (
      #"{"version":"https://jsonfeed.org/version/1","title":"F","items":[{"id":"1"},{"id":"2"}]}"#,
      .unsupportedContentType,
      "/items holds 2 objects: send one article a message"
    ),
    (
      #"{"total":2,"item":[{"id":"1"},{"id":"2"},7]}"#, .unsupportedContentType,
      "/item holds 2 objects: send one article a message"
    ),
    (
      #"{"@graph":[{"@type":"NewsArticle"},{"@type":"NewsArticle"}]}"#, .unsupportedContentType,
      "/@graph holds 2 objects: send one article a message"
    ),
    ("[]", .invalidField, "an article is a JSON object, and the list holds none"),
    ("[1]", .invalidField, "an article is a JSON object, and the list holds none"),
    ("[[[]]]", .invalidField, "an article is a JSON object, and the list holds none"),
    ("true", .invalidField, "an article is a JSON object, and this is another value"),
    (
      #"{"specversion":"1.0","datacontenttype":"text/html","data":"<p>x"}"#, .unsupportedContentType,
      "/data holds text/html, which isn't read"
    ),
    (
      #"{"specversion":"1.0","data":"x"}"#, .invalidField, "an article is a JSON object, and /data is another value"
    ),
    (#"{"specversion":"1.0","data_base64":"x!"}"#, .invalidField, "base64 is due at byte 35 in /data_base64"),
    (#"{"specversion":"1.0","data_base64":"gICA"}"#, .invalidUTF8, "/data_base64 is no UTF-8 at its byte 0"),
    (
      #"{"specversion":"1.0","data_base64":"eyJhIjp9"}"#, .invalidJSON,
      "no value begins with '}' at byte 5 in /data_base64/a"
    ),
    (
      #"{"data":{"item":{"headline":3,"altids":{"itemid":"i"}}}}"#, .invalidField,
      "a string is due, or a list of objects with a value at byte 28 in /data/item/headline"
    ),
    (
      #"{"id":"7","data":{"x":1}}"#, .unsupportedContentType,
      "/data may hold an article, in a form that isn't read, and no text stands beside it"
    ),
    (
      #"{"data":[{"data":[{"data":[{"data":[{"data":[{"data":[{"body":"x"}]}]}]}]}]}]}"#, .unsupportedContentType,
      "/data/0/data/0/data/0/data/0/data/0 stands in more than 4 envelopes"
    ),
  ])
  func refusals(_ value: String, _ reason: DeadLetterReason, _ detail: String) {
    #expect(decode(input(value, headers: Self.json)) == .failure(UnusableRecord(reason, detail)))
  }

  /// What says itself which article it is, in which state or with which text is no envelope.
  @Test func noEnvelopes() throws {
    let article = #""data":{"body":"no"},"items":[{"body":"no"}]"#
    #expect(try decode(input("{\"headline\":\"H\",\(article)}", headers: Self.json)).get().texts.count == 1)
    #expect(try decode(input("{\"status\":\"deleted\",\(article)}", headers: Self.json)).get().status == .withdrawn)
    #expect(
      try decode(input("{\"uri\":\"u\",\"pubStatus\":\"canceled\",\(article)}", headers: Self.json)).get().uri == "u")
  }
}
