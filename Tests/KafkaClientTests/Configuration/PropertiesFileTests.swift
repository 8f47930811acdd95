import Testing

@testable import KafkaClient

@Suite struct PropertiesFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [ConfigurationProperty]
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ expected: [(String, String)]) {
      self.text = text
      self.expected = expected.map { ConfigurationProperty($0.0, $0.1) }
    }
  }

  static let cases = [
    Case("", []),
    Case("a=b", [("a", "b")]),
    Case("a = b \nc:d\ne : f", [("a", "b"), ("c", "d"), ("e", "f")]),
    Case("# comment\n! another\n\n   \t\n  a=b", [("a", "b")]),
    Case("a=b\r\nc=d\r\n", [("a", "b"), ("c", "d")]),
    Case("\u{FEFF}a=b", [("a", "b")]),
    Case("password=a=b#c!d:e", [("password", "a=b#c!d:e")]),
    Case("a=", [("a", "")]),
    Case("a=one,\\\n   two,\\\n   three", [("a", "one,two,three")]),
    Case("a=b\\\n", [("a", "b")]),
    Case("a=b\\\\\nc=d", [("a", "b\\"), ("c", "d")]),
    Case("a\\=b=c\\td\\:e", [("a=b", "c\td:e")]),
    Case("a=\\u0646\\u0642\\u0637\\u0629", [("a", "نقطة")]),
    Case("a=نقطة", [("a", "نقطة")]),
    Case("a=b\\", [("a", "b")]),
  ]

  @Test(arguments: cases) func reads(_ item: Case) throws {
    #expect(try PropertiesFile.parse(item.text) == item.expected)
  }

  @Test(arguments: [
    ("a=b\nlinger.ms 5", 2, "no = or : after linger.ms"), ("=b", 1, "no name"), ("a=\\u12", 1, "\\u"),
    ("a=\\ud800", 1, "\\u"), ("a=1\n#\nb=2\na=3", 4, "first in line 1"), ("\\", 1, "no = or :"),
    ("a=1,\\\n2\nb", 3, "after b"),
  ])
  func refusesNamingTheLine(text: String, line: Int, reason: String) {
    let error = #expect(throws: PropertiesFileError.self) { try PropertiesFile.parse(text) }
    #expect(error?.line == line)
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func anErrorNeverHoldsAValue() {
    let error = #expect(throws: PropertiesFileError.self) {
      try PropertiesFile.parse("sasl.password=hunter2\nsasl.password=hunter3")
    }
    #expect(error?.description.contains("hunter") == false)
  }
}
