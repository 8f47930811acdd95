import Foundation
import SentenceUnits
import TestSupport

@testable import ArticlePipeline

/// Input records for properties of the records: the examples, and articles made by chance of ordinary and hostile text.
struct RandomArticles {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let pieces = [
    "قال الوزير إن العمل مستمر.", " وأضاف: «لن نتراجع».", "Talks ended. ", "No. 5 won! ", "“Why?” she asked. ", "他说。",
    "「好。」",
    "नमस्ते॥ ", "#خبر", "#tag #two", "\n", "\r\n", "\u{2028}", "• item\n", "1. one\n2. two\n", "By Marta Kell\n", "  ",
    "\t", "***",
    "---\n", "e\u{301}", "\u{301}", "\u{200F}", "\u{FEFF}", "\u{640}", "😀", "👨‍👩‍👧‍👦", "\u{0}", "\u{7F}", "\u{85}", "\"",
    "\\", "/", "{}", "12,5",
    "۱۲۳", "K\u{212A}", "\u{1D15E}", "\u{10FFFF}", "ﷺ", "\u{202B}x\u{202C}", "الأحد", "...", "…", "؟", "\u{200B}",
  ]

  private mutating func text(_ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private mutating func members() -> [String: Any] {
    var members: [String: Any] = [:]
    for name in ["kicker", "headline", "subheadline", "byline", "dateline", "summary"] where Bool.random(using: &random)
    {
      members[name] = text(4)
    }
    if Int.random(in: 0..<8, using: &random) > 0 { members["body"] = text(40) }
    if Bool.random(using: &random) { members["captions"] = [text(3), text(3)] }
    return members
  }

  /// A JSON article, with translations now and then.
  mutating func record() -> InputRecord {
    var object = members()
    object["uri"] = "urn:x:\(text(2))\(UInt16.random(in: 0...999, using: &random))"
    if Bool.random(using: &random) { object["version"] = "\(UInt8.random(in: 0...9, using: &random))" }
    if Bool.random(using: &random) {
      object["language"] = ["ar", "en", "zh", "hi", "fa"].randomElement(using: &random)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      object["translations"] = ["de", "ar", nil].map { tag in
        var part = members()
        if let tag { part["language"] = tag }
        return part
      }
    }
    if Int.random(in: 0..<12, using: &random) == 0 {
      object["pubStatus"] = ["withheld", "canceled"].randomElement(using: &random)
    }
    let value = (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])).map { Array($0) }
    return input(bytes: value, headers: [("content-type", "application/json"), ("traceparent", "00-1-2-01")])
  }

  /// The usable examples of the project.
  static let examples: [InputRecord] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/articles")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.compactMap { file in
      guard ["json", "txt"].contains(file.pathExtension), let data = try? Data(contentsOf: file) else { return nil }
      return input(
        bytes: Array(data), key: Array("file:\(file.lastPathComponent)".utf8),
        headers: [("content-type", file.pathExtension == "json" ? "application/json" : "text/plain")])
    }
  }()
}
