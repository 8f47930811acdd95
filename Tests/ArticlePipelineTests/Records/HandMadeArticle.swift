@testable import ArticlePipeline
@testable import SentenceUnits

/// An article cut by hand, so that what is written of it doesn't hang on the cutter.
enum HandMadeArticle {
  static let uri = "urn:newsml:example.org:20260514:\"eco\""

  static func unit(
    _ sequence: Int, field: Int, block: Int, kind: BlockKind, _ lower: TextPosition, _ upper: TextPosition,
    gap: Range<Int>,
    keep: KeepReason? = nil, flags: UnitFlags = []
  ) -> SentenceUnit {
    SentenceUnit(
      id: Digest128(high: UInt64(sequence), low: 1), sequence: sequence, field: field, block: block, kind: kind,
      range: TextRange(lower, upper), gap: gap,
      language: TextLanguage(tag: "ar", source: .declared, direction: .rightToLeft),
      keep: keep, flags: flags, content: Digest128(high: 0, low: UInt64(sequence)),
      context: Digest128(high: .max, low: .max))
  }

  /// A headline, two sentences with a gap, a line of hashtags, and a blank caption.
  static let article: SegmentedArticle = {
    let body = "ما الذي سيحدث؟ “لن نتراجع”.\n#اقتصاد\n"
    func position(_ text: String) -> TextPosition {
      TextPosition(utf8: text.utf8.count, utf16: text.utf16.count, scalar: text.unicodeScalars.count)
    }
    let first = position("ما الذي سيحدث؟")
    let second = (position("ما الذي سيحدث؟ "), position("ما الذي سيحدث؟ “لن نتراجع”."))
    let tags = (position("ما الذي سيحدث؟ “لن نتراجع”.\n"), position("ما الذي سيحدث؟ “لن نتراجع”.\n#اقتصاد"))
    var units = [
      unit(1, field: 0, block: 1, kind: .headline, TextPosition(), position("الأسواق 😀"), gap: 0..<0),
      unit(2, field: 1, block: 2, kind: .paragraph, TextPosition(), first, gap: 0..<0),
      unit(
        3, field: 1, block: 2, kind: .paragraph, second.0, second.1, gap: first.utf8..<second.0.utf8, flags: .noTerminal
      ),
      unit(4, field: 1, block: 3, kind: .hashtags, tags.0, tags.1, gap: second.1.utf8..<tags.0.utf8, keep: .hashtags),
    ]
    units[1].next = 2
    units[2].previous = 1
    for index in 1...3 { units[index].heading = 0 }
    let fields = [
      SourceField(pointer: "/headline", scope: "headline", bytes: Array("الأسواق 😀".utf8), blocks: []),
      SourceField(pointer: "/body", scope: "body", bytes: Array(body.utf8), blocks: []),
      SourceField(pointer: "/captions/0", scope: "caption", bytes: Array(" \n".utf8), blocks: []),
    ]
    let source = SourceArticle(identity: ArticleIdentity(uri: uri, version: "3", language: "ar"), fields: fields)
    return SegmentedArticle(source: source, units: units)
  }()

  /// The records of the article.
  static func arena(contextText: Int = 0, record: InputRecord = input("{}"), status: ArticleStatus = .usable) throws
    -> RecordArena
  {
    var arena = RecordArena()
    var hasher = try IdentityHasher()
    try ArticleRecordSet(
      record, article, status: status, contentType: "application/json", contextText: contextText, hasher: &hasher
    ).write(into: &arena, hasher: &hasher)
    return arena
  }
}
