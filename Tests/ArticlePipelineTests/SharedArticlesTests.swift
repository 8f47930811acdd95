import Foundation
import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// Real messages in all the forms feeds send: each gives an article's records whole, or one dead letter.
@Suite struct SharedArticlesTests {
  static let files = ["alias", "html", "jsonfeed", "jsonld", "ninjs", "ninjs-bare", "text", "wire"]

  @Test(.enabled(if: SharedData.has("data/articles/text.jsonl")), arguments: files)
  func everyMessage(file: String) throws {
    let records = try Self.records(file)
    var outcomes: [String: Int] = [:]
    var kinds: [BlockKind: Int] = [:]
    for record in records {
      var arena = RecordArena()
      let outcome = ArticleProcessor().process(record, into: &arena)
      switch outcome {
      case .article(let status, let units):
        outcomes[status.rawValue, default: 0] += 1
        #expect(arena.records.count == units + 2)
        let article = try ArticleRecord(decoding: Array(arena.bytes[try #require(arena.records[units].value)]))
        #expect(article.units.count == units && article.status == status)
      case .deadLetter(let reason):
        outcomes[reason.rawValue, default: 0] += 1
        #expect(arena.records.count == 1 && arena.records[0].stream == .deadLetters)
        #expect(reason != .internal && reason != .invalidUTF8 && reason != .invalidJSON)
      }
      if case .success(let message) = decode(record) {
        for field in BlockBuilder(settings: ProcessorSettings()).article(message).fields {
          for block in field.blocks {
            kinds[block.kind, default: 0] += 1
            let isShown =
              ProcessInfo.processInfo.environment["NUQTA_SHOW"] != nil && block.kind != .paragraph
              && field.scope == "body"
            if isShown {
              print(
                "KIND", file, block.kind, block.language.tag,
                String(decoding: field.bytes[block.range].prefix(150), as: UTF8.self))
            }
          }
        }
      }
    }
    let counts = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print("\(file): \(records.count) messages: \(counts); blocks \(kinds.values.reduce(0, +))")
    #expect(outcomes.values.reduce(0, +) == records.count)
  }

  static func records(_ file: String) throws -> [InputRecord] {
    let bytes = try #require(SharedData.bytes("data/articles/\(file).jsonl"))
    return try bytes.split(separator: 0x0A).enumerated().map { number, line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let headers = (object["headers"] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
      return InputRecord(
        topic: "articles", partition: 0, offset: Int64(number), timestamp: 1_767_225_600_000,
        key: (object["key"] as? String).map { Array($0.utf8) },
        value: (object["value"] as? String).map { Array($0.utf8) },
        headers: headers.map { RecordHeader(name: $0.key, value: Array($0.value.utf8)) })
    }
  }
}
