import Foundation

@testable import SentenceUnits

/// Articles for tests.
enum Articles {
  static let arabic = TextLanguage(tag: "ar", source: .declared, direction: .rightToLeft)
  static let english = TextLanguage(tag: "en", source: .declared, direction: .leftToRight)

  /// A field whose lines are blocks of the kinds given, in turn.
  static func field(
    _ text: String, _ kinds: [BlockKind] = [.paragraph], pointer: String = "/body", scope: String = "body",
    language: TextLanguage = english
  ) -> SourceField {
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      blocks.append(
        Block(kind: kinds[blocks.count % kinds.count], range: start..<start + line.count, language: language))
      start += line.count + 1
    }
    return SourceField(pointer: pointer, scope: scope, bytes: bytes, blocks: blocks)
  }

  static func article(_ fields: SourceField..., uri: String = "urn:test:1") -> SourceArticle {
    SourceArticle(identity: ArticleIdentity(uri: uri), fields: fields)
  }

  /// An article with a random headline, hostile bodies and a shared scope.
  static func hostile(seed: UInt64) -> SourceArticle {
    var hostile = HostileText(seed: seed)
    var fields: [SourceField] = []
    for scope in ["headline", "body", "caption", "caption"].prefix(1 + hostile.number(below: 4)) {
      var text = hostile.text(upTo: 200)
      if hostile.number(below: 3) == 0 { text += "\n" + text + "\n" + text }
      let kinds = hostile.shuffled(BlockKind.allCases)
      fields.append(field(text, kinds, pointer: "/\(scope)/\(fields.count)", scope: scope, language: english))
    }
    return SourceArticle(identity: ArticleIdentity(uri: "urn:test:\(seed)"), fields: fields)
  }
}
