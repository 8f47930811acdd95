import Foundation
import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// The project's own copy in the forms of fifteen newsrooms: blocks begin and end where units do, and most kinds are told by form.
@Suite struct NewsroomGoldTests {
  struct GoldLine {
    let kind: String
    /// The line's text without the marks of units.
    let text: String
    /// Where the first unit begins in it: behind a list marker.
    let start: Int
  }

  @Test(.enabled(if: SharedData.has("gold/newsroom"))) func kindsOfFifteenLanguages() throws {
    let folder = try #require(SharedData.folder).appendingPathComponent("gold/newsroom")
    var total = 0
    var right = 0
    var special = 0
    var specialRight = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.hasSuffix(".txt") {
      let language = String(file.dropLast(4))
      var wrong: [String] = []
      for article in try Self.articles(folder.appendingPathComponent(file)) {
        let text = article.map(\.text).joined(separator: "\n") + "\n"
        let found = blocks(text, language: language)
        #expect(found.count == article.count, "\(file)")
        for (gold, block) in zip(article, found) {
          total += 1
          let isSpecial = gold.kind != "paragraph"
          if isSpecial { special += 1 }
          #expect(gold.text.utf8.count >= block.text.utf8.count)
          let want = String(decoding: Array(gold.text.utf8)[gold.start...], as: UTF8.self)
          if want != block.text { wrong.append("RANGE \(gold.text) -> \(block.text)") }
          if block.kind.rawValue == gold.kind {
            right += 1
            if isSpecial { specialRight += 1 }
          } else {
            wrong.append("\(gold.kind) as \(block.kind): \(gold.text.prefix(70))")
          }
        }
      }
      if ProcessInfo.processInfo.environment["NUQTA_SHOW"] != nil { for line in wrong { print(language, line) } }
    }
    print("newsroom kinds: \(right) of \(total) right, \(specialRight) of \(special) that aren't paragraphs")
    #expect(Double(right) >= 0.9 * Double(total))
  }

  static func articles(_ file: URL) throws -> [[GoldLine]] {
    var articles: [[GoldLine]] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# article") { articles.append([]) }
      guard !line.hasPrefix("#"), !articles.isEmpty else { continue }
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let kind = parts[0].hasSuffix("!") ? String(parts[0].dropLast()) : String(parts[0])
      let pieces = parts[1].split(separator: "¦", omittingEmptySubsequences: false)
      let text = pieces.joined()
      let start = kind == "listItem" && pieces.count > 1 && pieces[0].count <= 6 ? pieces[0].utf8.count : 0
      articles[articles.count - 1].append(GoldLine(kind: kind, text: text, start: start))
    }
    return articles
  }
}
