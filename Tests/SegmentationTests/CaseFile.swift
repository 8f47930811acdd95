import Foundation
import Testing

/// One case of a case file: a text, its sentences, and a rule that must decide something in it.
struct SegmentationCase: Sendable, CustomTestStringConvertible {
  let language: String
  let rule: String
  let text: String
  let sentences: [String]

  var testDescription: String { "\(language): \(text)" }
}

/// Reads the files of `Cases`; `Cases/README.md` describes their form.
enum CaseFile {
  static let all: [SegmentationCase] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Cases")
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return names.sorted().filter { $0.hasSuffix(".txt") }.flatMap { name -> [SegmentationCase] in
      guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else { return [] }
      return text.split(separator: "\n").compactMap { parse($0, language: String(name.dropLast(4))) }
    }
  }()

  private static func parse(_ line: Substring, language: String) -> SegmentationCase? {
    guard !line.hasPrefix("#"), let tab = line.firstIndex(of: "\t") else { return nil }
    let marked = line[line.index(after: tab)...].replacingOccurrences(of: "⏎", with: "\n")
    let sentences = marked.split(separator: "¦", omittingEmptySubsequences: true)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return SegmentationCase(
      language: language, rule: String(line[..<tab]), text: marked.replacingOccurrences(of: "¦", with: ""),
      sentences: sentences)
  }
}
