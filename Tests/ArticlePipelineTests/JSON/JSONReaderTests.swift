import Testing

@testable import ArticlePipeline

/// What RFC 8259 allows and what it doesn't, as a table; after the cases of JSONTestSuite's kinds, written anew.
@Suite struct JSONReaderTests {
  /// Reads a whole text, skipping it.
  static func fault(_ bytes: [UInt8]) -> JSONFault? {
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      try reader.skipValue()
      try reader.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "{}", "[]", "0", "-0", "1", "-1", "10", "0.5", "-0.5e10", "1E+2", "1e-2", "123456789012345678901234567890", "true",
    "false",
    "null", "\"\"", "\"a\"", " \t\r\n[ ]\n", "[1,2]", "[[],{}]", "{\"a\":1}", "{\"a\":{\"b\":[true,null]}}",
    "{\"\":\"\"}",
    "{\"a\":1,\"a\":2}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\"", "\"\\uD83D\\uDE00\"", "\"\\u0000\"",
    "\"\u{7f}\"", "\"\u{2028}\"",
    "\"قال\"", "\"\\uFFFF\"", "[\"\u{1F600}\"]", "\"\\ud83d\\ude00x\"",
  ])
  func accepts(_ text: String) {
    #expect(Self.fault(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("", "the text ends where a value is due", 0), ("   ", "the text ends where a value is due", 3),
    ("{", "the text ends inside a value", 1), ("[", "the text ends inside a value", 1),
    ("[1", "the text ends inside a value", 2),
    ("[1,", "the text ends inside a value", 3), ("{\"a\"", "a colon is due behind the member's name", 4),
    ("{\"a\":", "the text ends where a value is due", 5), ("{\"a\":1", "the text ends inside a value", 6),
    ("{\"a\":1,", "the text ends inside a value", 7), ("{\"a\":1,}", "a member's name is due", 7),
    ("[1,]", "no value begins with ']'", 3),
    ("[,1]", "no value begins with ','", 1), ("[1 2]", "a comma or the closing bracket is due, not '2'", 3),
    ("{\"a\" 1}", "a colon is due behind the member's name", 5), ("{a:1}", "a member's name is due", 1),
    ("{'a':1}", "a member's name is due", 1), ("{1:1}", "a member's name is due", 1),
    ("[1}", "a comma or the closing bracket is due, not '}'", 2),
    ("{\"a\":1]", "a comma or the closing bracket is due, not ']'", 6), ("}", "no value begins with '}'", 0),
    ("1 2", "more bytes follow the end of the text", 2), ("{} x", "more bytes follow the end of the text", 3),
    ("{}{}", "more bytes follow the end of the text", 2), ("\"a", "the text ends inside a string", 2),
    ("\"a\\", "the text ends inside an escape", 2), ("\"\\x41\"", "no escape of JSON", 1),
    ("\"\\'\"", "no escape of JSON", 1),
    ("\"\\u12\"", "four hexadecimal digits are due behind \\u", 1),
    ("\"\\u12G4\"", "four hexadecimal digits are due behind \\u", 1),
    ("\"\\u\"", "four hexadecimal digits are due behind \\u", 1),
    ("\"\\uD800\"", "a lone high surrogate is no character", 1),
    ("\"\\uD800x\"", "a lone high surrogate is no character", 1),
    ("\"\\uD800\\n\"", "a lone high surrogate is no character", 1),
    ("\"\\uD800\\uD800\"", "a lone high surrogate is no character", 1),
    ("\"\\uDC00\"", "a lone low surrogate is no character", 1),
    ("\"\\uDE00\\uD83D\"", "a lone low surrogate is no character", 1),
    ("\"a\nb\"", "byte 0x0a must be escaped in a string", 2),
    ("\"\t\"", "byte 0x09 must be escaped in a string", 1), ("\"\u{0}\"", "byte 0x00 must be escaped in a string", 1),
    ("\"0123456789\u{1f}\"", "byte 0x1f must be escaped in a string", 11), ("01", "a number has no leading zero", 1),
    ("-01", "a number has no leading zero", 2), ("-", "a digit is due in a number", 1),
    ("1.", "a digit is due in a number", 2),
    (".5", "no value begins with '.'", 0), ("1.e5", "a digit is due in a number", 2),
    ("1e", "a digit is due in a number", 2),
    ("1e+", "a digit is due in a number", 3), ("+1", "no value begins with '+'", 0),
    ("0x10", "more bytes follow the end of the text", 1),
    ("1_000", "more bytes follow the end of the text", 1), ("NaN", "no value begins with 'N'", 0),
    ("Infinity", "no value begins with 'I'", 0),
    ("-Infinity", "a digit is due in a number", 1), ("nul", "no literal of JSON", 0), ("nulL", "no literal of JSON", 0),
    ("tru", "no literal of JSON", 0), ("True", "no value begins with 'T'", 0), ("fals", "no literal of JSON", 0),
    ("[1]//x", "more bytes follow the end of the text", 3), ("/*x*/1", "no value begins with '/'", 0),
    ("undefined", "no value begins with 'u'", 0),
    ("\u{FEFF}1", "no value begins with byte 0xef", 0), ("\u{A0}1", "no value begins with byte 0xc2", 0),
    ("\u{B}1", "no value begins with byte 0x0b", 0),
    ("[\"a\",\n4\n,1,", "the text ends inside a value", 11),
    ("{\"a\":\"b\":\"c\"}", "a comma or the closing bracket is due, not ':'", 8),
  ])
  func refuses(_ text: String, _ message: String, _ position: Int) throws {
    let fault = try #require(Self.fault(Array(text.utf8)))
    #expect(fault.message == message)
    #expect(fault.position == position)
  }

  @Test func depthIsLimited() {
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 64)
    let close = [UInt8](repeating: UInt8(ascii: "]"), count: 64)
    #expect(Self.fault(open + close) == nil)
    #expect(
      Self.fault([UInt8(ascii: "[")] + open + close + [UInt8(ascii: "]")])?.message == "nested deeper than 64 levels")
    #expect(Self.fault([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) != nil)
    #expect(Self.fault(Array(String(repeating: "{\"a\":", count: 500_000).utf8)) != nil)
  }

  @Test(arguments: [
    ("{\"a\":{\"b\":[1,{\"c/d~\":x}]}}", "/a/b/1/c~1d~0"), ("[1,[2,x]]", "/1/1"), ("{\"\\u0061\":x}", "/a"), ("x", ""),
    ("{\"a\":1,x}", "/a"),
  ])
  func pointers(_ text: String, _ pointer: String) {
    #expect(Self.fault(Array(text.utf8))?.pointer == pointer)
  }

  @Test(arguments: [
    ("\"\"", ""), ("\"plain text of some length\"", "plain text of some length"),
    ("\"\\u0041\\u00e9\\u20AC\\uD83D\\uDE00\"", "Aé€😀"),
    ("\"a\\nb\\tc\\\\d\\\"e\\/f\\b\\f\\r\"", "a\nb\tc\\d\"e/f\u{8}\u{c}\r"), ("\"قال \\u0627لوزير\"", "قال الوزير"),
    ("\"\\u0000\"", "\u{0}"),
    ("\"12345678\\n12345678\\n\"", "12345678\n12345678\n"),
  ])
  func strings(_ text: String, _ value: String) throws {
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.readString() == Array(value.utf8))
    var appended = Array("x".utf8)
    var again = JSONReader(Array(text.utf8))
    try again.readString(appendingTo: &appended)
    #expect(appended == Array(("x" + value).utf8))
  }

  /// The word-at-a-time scan finds a special byte wherever it stands, and no byte beyond ASCII is one.
  @Test func plainRuns() throws {
    for length in 0..<40 {
      for special in [UInt8(0x1F), 0x00, 0x22, 0x5C] {
        for other in [UInt8(0x20), 0x21, 0x23, 0x5B, 0x5D, 0x7F] {
          let text = [0x22] + [UInt8](repeating: other, count: length) + [special]
          var reader = JSONReader(text + [UInt8](repeating: 0x61, count: 20) + Array("\"".utf8))
          if special == 0x22 {
            #expect(try reader.readString().count == length)
          } else {
            #expect(throws: JSONFault.self) { try reader.readString() }
          }
        }
      }
      let arabic = String(repeating: "ن", count: length)
      var reader = JSONReader(Array("\"\(arabic)\"".utf8))
      #expect(try reader.readString() == Array(arabic.utf8))
    }
  }

  @Test func walksObjectsAndArrays() throws {
    var reader = JSONReader(Array("{\"a\":[1,\"x\"],\"b\":{\"c\":true}}".utf8))
    try reader.enterObject()
    let a = try #require(try reader.nextKey())
    #expect(reader.matches(a, "a"))
    try reader.enterArray()
    #expect(try reader.nextElement())
    #expect(try reader.readInteger() == 1)
    #expect(try reader.nextElement())
    #expect(try reader.readString() == Array("x".utf8))
    #expect(try !reader.nextElement())
    let b = try #require(try reader.nextKey())
    #expect(!reader.matches(b, "a"))
    try reader.skipValue()
    #expect(try reader.nextKey() == nil)
    try reader.finish()
  }
}
