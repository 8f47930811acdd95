import Testing

@testable import ArticlePipeline

@Suite struct JSONPointerPathTests {
  @Test(arguments: [
    ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/", [""]), ("/a~1b/m~0n", ["a/b", "m~n"]), ("/~01", ["~1"]),
    ("/ن/0", ["ن", "0"]),
  ])
  func reads(_ text: String, _ names: [String]) {
    let wanted = names.map { Array($0.utf8) }
    #expect(JSONPointerPath(text)?.names == wanted)
    #expect(JSONPointerPath(text)?.text == text)
  }

  @Test(arguments: ["", "a", "a/b", "#/a", "/~", "/a~2", "/~/b"]) func refuses(_ text: String) {
    #expect(JSONPointerPath(text) == nil)
  }
}
