import Testing

@testable import SentenceUnits

@Suite("Unit cutter")
struct UnitCutterTests {
  private func texts(_ cut: SegmentedArticle) -> [String] { cut.units.map { cut.text(of: $0) } }

  @Test("a headline is one unit whatever stops it holds, with the white space around it in gaps")
  func headline() throws {
    let field = Articles.field("  هل تنجح المفاوضات؟ خبراء يجيبون. \n", [.headline], language: Articles.arabic)
    let cut = try UnitCutter().cut(Articles.article(field))
    #expect(texts(cut) == ["هل تنجح المفاوضات؟ خبراء يجيبون."])
    #expect(cut.units[0].gap == 0..<2)
    #expect(cut.trailingGap(inField: 0) == field.bytes.count - 2..<field.bytes.count)
  }

  @Test("ranges count bytes, UTF-16 code units and scalars; an emoji is four, two and one")
  func ranges() throws {
    let cut = try UnitCutter().cut(Articles.article(Articles.field("😀 é\nب 𠮷")))
    #expect(texts(cut) == ["😀 é", "ب 𠮷"])
    #expect(cut.units[0].range.utf8 == 0..<7 && cut.units[0].range.utf16 == 0..<4 && cut.units[0].range.scalar == 0..<3)
    #expect(
      cut.units[1].range.utf8 == 8..<15 && cut.units[1].range.utf16 == 5..<9 && cut.units[1].range.scalar == 4..<7)
  }

  @Test("a block without text gives no unit and no number; its bytes are in a gap")
  func emptyBlocks() throws {
    let cut = try UnitCutter().cut(
      Articles.article(Articles.field("One\n \u{200B}\u{FEFF} \n\nTwo\n\u{200F}", [.paragraph, .headline, .listItem])))
    #expect(texts(cut) == ["One", "Two"])
    #expect(cut.units.map(\.block) == [1, 2])
    #expect(cut.gapBytes(before: cut.units[1]).elementsEqual("\n \u{200B}\u{FEFF} \n\n".utf8))
    checkInvariants(cut, "empty blocks")
  }

  @Test("a list marker, which lies outside its block, is in the gap")
  func listMarker() throws {
    let bytes = Array("• One\n• Two".utf8)
    let blocks = [4..<7, 12..<15].map { Block(kind: .listItem, level: 1, range: $0, language: Articles.english) }
    let cut = try UnitCutter().cut(
      Articles.article(SourceField(pointer: "", scope: "body", bytes: bytes, blocks: blocks)))
    #expect(texts(cut) == ["One", "Two"])
    #expect(cut.gapBytes(before: cut.units[1]).elementsEqual("\n• ".utf8))
    #expect(cut.units.map(\.level) == [1, 1])
  }

  @Test("neighbours are running text of the same field; the heading is the nearest, else the article's headline")
  func neighbours() throws {
    let article = Articles.article(
      Articles.field("Kicker", [.kicker], pointer: "/kicker", scope: "kicker"),
      Articles.field("Headline", [.headline], pointer: "/headline", scope: "headline"),
      Articles.field(
        "Byline\nOne\nSection\nTwo\n#tag\nThree", [.byline, .paragraph, .subheadline, .paragraph, .hashtags, .listItem])
    )
    let units = try UnitCutter().cut(article).units
    #expect(units.map(\.previous) == [nil, nil, nil, nil, 3, 3, 5, 5])
    #expect(units.map(\.next) == [nil, nil, 3, 5, 5, 7, 7, nil])
    #expect(units.map(\.heading) == [1, nil, 1, 1, 1, 4, 4, 4])
    #expect(units.map(\.block) == Array(1...8))
    #expect(units.map(\.field) == [0, 1, 2, 2, 2, 2, 2, 2])
    #expect(units[6].keep == .hashtags)
  }

  @Test("a translation stands under its own headline, and under none where it has none")
  func headingsOfTranslations() throws {
    let article = Articles.article(
      Articles.field("Überschrift", [.headline], pointer: "/headline", scope: "headline"),
      Articles.field("Eins.", pointer: "/body", scope: "body"),
      Articles.field("Headline", [.headline], pointer: "/translations/0/headline", scope: "en/headline"),
      Articles.field("One.", pointer: "/translations/0/body", scope: "en/body"),
      Articles.field("Un.", pointer: "/translations/1/body", scope: "fr/body"),
      Articles.field("Nachtrag.", pointer: "/entry", scope: "entry:https://example.org/7"))
    #expect(try UnitCutter().cut(article).units.map(\.heading) == [nil, 0, nil, 2, nil, 0])
    let untitled = Articles.article(
      Articles.field("Eins.", pointer: "/body", scope: "body"),
      Articles.field("Headline", [.headline], pointer: "/translations/0/headline", scope: "en/headline"))
    #expect(try UnitCutter().cut(untitled).units.map(\.heading) == [nil, nil])
  }

  @Test("equal texts of fields that share a scope are told apart; another scope counts its own")
  func sharedScope() throws {
    let fields = ["caption", "caption", "body"].enumerated().map { number, scope in
      Articles.field("Same text", pointer: "/\(number)", scope: scope)
    }
    let units = try UnitCutter().cut(SourceArticle(identity: ArticleIdentity(uri: "u"), fields: fields)).units
    #expect(Set(units.map(\.id)).count == 3)
    #expect(Set(units.map(\.content)).count == 1)
    let alone = try UnitCutter().cut(SourceArticle(identity: ArticleIdentity(uri: "u"), fields: [fields[2]])).units
    #expect(units[2].id == alone[0].id)
  }

  @Test("version, language, pointer and kind don't enter an id; the uri does")
  func identity() throws {
    let plain = try UnitCutter().cut(Articles.article(Articles.field("Text"))).units[0]
    var other = Articles.article(Articles.field("«Text»", [.caption], pointer: "/x", language: Articles.arabic))
    other.identity = ArticleIdentity(uri: "urn:test:1", version: "9", language: "ar")
    other.fields[0].blocks[0].range = 2..<6
    #expect(try UnitCutter().cut(other).units[0].id == plain.id)
    other.identity.uri = "urn:test:2"
    #expect(try UnitCutter().cut(other).units[0].id != plain.id)
    #expect(try UnitCutter().cut(other).units[0].content == plain.content)
  }

  @Test("more units than the limit are an error, as many are not")
  func limit() throws {
    let article = Articles.article(Articles.field("One\nTwo\nThree"))
    #expect(try UnitCutter(maxUnits: 3).cut(article).units.count == 3)
    #expect(throws: CutError.tooManyUnits(limit: 2)) { try UnitCutter(maxUnits: 2).cut(article) }
    #expect(throws: CutError.tooManyUnits(limit: 0)) { try UnitCutter(maxUnits: -1).cut(article) }
    #expect(try UnitCutter(maxUnits: 0).cut(Articles.article()).units.isEmpty)
  }

  @Test("an article that failed leaves nothing behind in the scratch memory")
  func afterFailure() throws {
    var scratch = try CutterScratch()
    let article = Articles.article(Articles.field("One\nOne\nOne"))
    let units = try UnitCutter().cut(article).units
    do throws(CutError) {
      _ = try UnitCutter(maxUnits: 2).cut(article, using: &scratch)
      Issue.record("should have failed")
    } catch {
      #expect(error == .tooManyUnits(limit: 2))
    }
    #expect(try UnitCutter().cut(article, using: &scratch).units == units)
  }

  @Test(
    "blocks that overlap, leave the text or cut a scalar are an error",
    arguments: [
      [0..<3, 2..<4], [0..<9], [1..<4], [0..<1], [3..<4, 0..<2],
    ])
  func invalidBlocks(ranges: [Range<Int>]) {
    let blocks = ranges.map { Block(kind: .paragraph, range: $0, language: Articles.english) }
    let field = SourceField(pointer: "", scope: "body", bytes: Array("نab".utf8), blocks: blocks)
    #expect(throws: CutError.invalidBlock(field: 0, block: ranges.count - 1)) {
      try UnitCutter().cut(Articles.article(field))
    }
  }

  @Test("a field that isn't there has no units and no gap")
  func noField() throws {
    let cut = try UnitCutter().cut(Articles.article(Articles.field("One")))
    for field in [-1, 1, .max, .min] {
      #expect(cut.units(inField: field).isEmpty)
      #expect(cut.trailingGap(inField: field).isEmpty)
    }
  }

  /// A field's flags are on all of its units, beside their own, and on no other field's.
  @Test func flagsOfAField() throws {
    let language = TextLanguage(tag: "en", source: .detected, direction: .leftToRight)
    func field(_ text: String, _ flags: UnitFlags) -> SourceField {
      let bytes = Array(text.utf8)
      return SourceField(
        pointer: "/body", scope: "body", bytes: bytes,
        blocks: [Block(kind: .paragraph, range: 0..<bytes.count, language: language)], flags: flags)
    }
    let source = SourceArticle(
      identity: ArticleIdentity(uri: "u"),
      fields: [field("It rained. It stopped", .languageInvalid), field("It rained. It stopped", [])])
    let units = try UnitCutter().cut(source).units
    #expect(units.map(\.flags) == [.languageInvalid, [.languageInvalid, .noTerminal], [], .noTerminal])
  }
}
