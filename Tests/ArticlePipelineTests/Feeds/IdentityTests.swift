import Testing

@testable import ArticlePipeline

@Suite struct IdentityTests {
  static let json = [("content-type", "application/json")]

  /// The first that is there: uri, id, key, the dialect's own.
  @Test(arguments: [
    (#"{"uri":"a","id":"b","guid":"c"}"#, "k", "a"), (#"{"id":"b","guid":"c"}"#, "k", "b"),
    (#"{"guid":"c"}"#, "k", "k"),
    (#"{"guid":"c","url":"d"}"#, nil, "c"), (#"{"urn":"c","url":"d"}"#, nil, "c"),
    (#"{"guid":" ","url":"d"}"#, nil, "d"),
    (#"{"@id":"i","url":"d"}"#, nil, "i"), (#"{"mainEntityOfPage":"m","link":"l"}"#, nil, "m"),
    (#"{"mainEntityOfPage":{"@type":"WebPage","@id":"m"}}"#, nil, "m"), (#"{"mainEntityOfPage":["m","n"]}"#, nil, "m"),
    (#"{"mainEntityOfPage":[{"@id":"m"}]}"#, nil, "m"), (#"{"mainEntityOfPage":true,"link":"l"}"#, nil, "l"),
    (#"{"altids":{"itemid":"x"},"headline":"H"}"#, nil, "x"), (#"{"guid":{"text":"c"},"link":"l"}"#, nil, "l"),
    (#"{"guid":12}"#, nil, "12"), (#"{"url":"http:\/\/x\/\u0646"}"#, nil, "http://x/ن"),
  ])
  func order(_ value: String, _ key: String?, _ uri: String) throws {
    #expect(try decode(input(value, key: key, headers: Self.json)).get().uri == uri)
  }

  @Test(arguments: [
    ("/meta/guid", "m"), ("/list/1", "two"), ("/list/01", "u"), ("/list/9", "u"), ("/blank", "u"), ("/null", "u"),
    ("/number", "7"), ("/a~1b/~0", "esc"), ("/none/at/all", "u"), ("/", "empty name"), ("/uri/x", "u"),
  ])
  func named(_ pointer: String, _ uri: String) throws {
    var settings = ProcessorSettings()
    settings.identity = JSONPointerPath(pointer)
    let value =
      #"{"meta":{"guid":"m"},"list":["one","two"],"blank":" ","null":null,"number":7,"a\/b":{"~":"esc"},"":"empty name","uri":"u"}"#
    #expect(try decode(input(value, headers: Self.json), settings: settings).get().uri == uri)
  }

  @Test(arguments: [
    (#"{"uri":"u","meta":{"guid":[]}}"#, "an identity is a string or a whole number at byte 26 in /meta/guid"),
    (#"{"uri":"u","meta":{"guid":1.5}}"#, "an identity is a string or a whole number at byte 26 in /meta/guid"),
  ])
  func namedWrongly(_ value: String, _ detail: String) throws {
    var settings = ProcessorSettings()
    settings.identity = JSONPointerPath("/meta/guid")
    #expect(
      decode(input(value, headers: Self.json), settings: settings) == .failure(UnusableRecord(.invalidField, detail)))
    let twice = #"{"uri":"u","meta":{"guid":"a","guid":"b"}}"#
    #expect(
      decode(input(twice, headers: Self.json), settings: settings)
        == .failure(UnusableRecord(.invalidJSON, "the member stands here twice at byte 37 in /meta/guid")))
  }

  /// The operator's pointer names what stands in an envelope, too.
  @Test func namedInAnEnvelope() throws {
    var settings = ProcessorSettings()
    settings.identity = JSONPointerPath("/id")
    let value = #"{"specversion":"1.0","id":"e","data":{"uri":"u","body":"B."}}"#
    #expect(try decode(input(value, headers: Self.json), settings: settings).get().uri == "e")
  }

  /// News URNs lose their revision; what is not exactly one stays as it comes.
  @Test(arguments: [
    ("urn:newsml:example.org:20260131:item-1:12", "urn:newsml:example.org:20260131:item-1", "12"),
    ("urn:newsml:example.org:20260131:item:1U", "urn:newsml:example.org:20260131:item", "1"),
    ("urn:newsml:example.org:20260131:item:1N", "urn:newsml:example.org:20260131:item", "1"),
    ("URN:NewsML:example.org:20260131:a%2Fb_(c):9a", "URN:NewsML:example.org:20260131:a%2Fb_(c)", "9"),
    ("urn:newsml:example.org:20260131:item", nil, nil), ("urn:newsml:example.org:20260131:item:0", nil, nil),
    ("urn:newsml:example.org:20260131:item:U", nil, nil), ("urn:newsml:example.org:20260131:item:1UA", nil, nil),
    ("urn:newsml:example.org:20261331:item:1", nil, nil), ("urn:newsml:example.org:20260100:item:1", nil, nil),
    ("urn:newsml:example.org:20260131T10Z:item:1", nil, nil), ("urn:newsml:example.org:20260131:it em:1", nil, nil),
    ("urn:newsml:example.org:20260131:item:1:2", nil, nil), ("urn:newsml:example.org:20260131:a%2:1", nil, nil),
    ("urn:newsml::20260131:item:1", nil, nil), ("urn:newsml:", nil, nil), ("urn:news", nil, nil),
    ("http://example.org/a:20260131:b:1", nil, nil), ("urn:newsml:مثال:20260131:item:1", nil, nil),
  ])
  func newsURN(_ uri: String, _ item: String?, _ revision: String?) throws {
    let message = try decode(input("{\"uri\":\"\(uri)\",\"body\":\"B.\"}", headers: Self.json)).get()
    #expect(message.uri == item ?? uri)
    #expect(message.version == revision)
    let declared = try decode(input("{\"uri\":\"\(uri)\",\"version\":\"v\"}", headers: Self.json)).get()
    #expect(declared.version == "v")
    #expect(try decode(input("Text.", key: uri, headers: [("content-type", "text/plain")])).get().uri == item ?? uri)
    #expect(try decode(input(nil, key: uri)).get().uri == item ?? uri)
  }
}
