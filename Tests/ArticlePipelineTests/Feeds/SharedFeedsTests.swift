import Foundation
import TestSupport
import Testing

@testable import ArticlePipeline

/// Real messages: each decodes, every text as another parser reads it at its pointer, or has a letter for a right reason.
@Suite struct SharedFeedsTests {
  static let files = ["alias", "jsonfeed", "jsonld", "ninjs", "ninjs-bare", "wire"]

  @Test(.enabled(if: SharedData.has("data/articles/ninjs.jsonl")), arguments: files)
  func everyMessage(file: String) throws {
    let isShown = ProcessInfo.processInfo.environment["NUQTA_SHOW"] != nil
    for (number, record) in try SharedArticlesTests.records(file).enumerated() {
      let bytes = try #require(record.value)
      switch decode(record) {
      case .success(let message):
        let lookup = try #require(JSONValueLookup(bytes))
        for text in message.texts {
          #expect(lookup.string(at: text.pointer) == String(decoding: text.bytes, as: UTF8.self))
        }
        // A picture of an article is no text of its own: two texts never stand at one place.
        let pointers = Set(message.texts.map(\.pointer))
        #expect(pointers.count == message.texts.count)
        if isShown {
          print(
            "MESSAGE \(file) \(number + 1) \(message.status) \(message.version ?? "-") \(message.language ?? "-") \(message.uri.prefix(70)):",
            message.texts.map { "\($0.role.rawValue)@\($0.pointer)(\($0.bytes.count))" }.joined(separator: " "))
        }
      case .failure(let unusable):
        if isShown { print("LETTER \(file) \(number + 1) \(unusable.reason.rawValue): \(unusable.detail)") }
        #expect([.unsupportedContentType, .missingIdentity, .invalidField].contains(unusable.reason))
        if unusable.reason == .unsupportedContentType, unusable.detail.contains(" holds the ") {
          // A letter for want of a reader names what it would have read.
          let pointer = String(unusable.detail.prefix { $0 != " " })
          let text = try #require(JSONValueLookup(bytes)?.string(at: pointer))
          let isBlank = text.allSatisfy(\.isWhitespace)
          #expect(!isBlank)
        }
      }
    }
  }
}
