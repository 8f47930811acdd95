import Foundation
import Testing

@testable import SentenceUnits

/// The vectors that any implementation of the contract must give; `Scripts/check-golden-ids.py` holds them against Python's libraries.
@Suite("Golden ids")
struct GoldenIDTests {
  struct Golden: Decodable {
    let normalisation: String
    let unicode: String
    let units: [Unit]
    let contexts: [Context]
  }

  struct Unit: Decodable, Sendable, CustomTestStringConvertible {
    let note, uri, scope, text, normalised, content, article, id: String
    let occurrence: UInt32
    var testDescription: String { note }
  }

  struct Context: Decodable, Sendable, CustomTestStringConvertible {
    let note, own, context: String
    let previous, next: String?
    var testDescription: String { note }
  }

  static let golden: Result<Golden, any Error> = Result {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      Golden.self, from: Data(contentsOf: root.appendingPathComponent("Schemas/golden-ids.json")))
  }

  @Test("the file is of this contract, and covers it")
  func file() throws {
    let golden = try Self.golden.get()
    #expect(golden.normalisation == Normalisation.version)
    #expect(golden.unicode == Normalisation.unicodeVersion)
    #expect(golden.units.count >= 160)
    #expect(golden.contexts.count >= 16)
  }

  @Test("units", arguments: (try? golden.get().units) ?? [])
  func unit(_ vector: Unit) throws {
    #expect(scalars(normalised(vector.text)) == scalars(vector.normalised))
    var hasher = try IdentityHasher()
    let content = try #require(try hasher.content(of: Array(vector.text.utf8).span))
    #expect(content.base32 == vector.content)
    let article = try hasher.article(vector.uri)
    #expect(ArticleID(article).description == vector.article)
    let scope = try hasher.scope(vector.scope)
    let id = try hasher.unit(article: article, scope: scope, content: content, occurrence: vector.occurrence)
    #expect(UnitID(id).description == vector.id)
  }

  @Test("context hashes", arguments: (try? golden.get().contexts) ?? [])
  func context(_ vector: Context) throws {
    var hasher = try IdentityHasher()
    func content(_ text: String?) throws -> Digest128? {
      try text.map { Array($0.utf8) }.flatMap { try hasher.content(of: $0.span) }
    }
    let own = try #require(try content(vector.own))
    let hash = try hasher.context(previous: content(vector.previous), content: own, next: content(vector.next))
    #expect(hash.base32 == vector.context)
  }
}
