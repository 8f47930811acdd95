import ArticlePipeline
import Foundation

/// A message that is measured.
struct BenchArticle {
  let name: String
  let record: InputRecord

  /// A JSON message from a file.
  init(file: URL) throws {
    self.init(name: file.deletingPathExtension().lastPathComponent, json: try Data(contentsOf: file))
  }

  private init(name: String, json: Data) {
    self.name = name
    record = InputRecord(
      topic: "articles", partition: 0, offset: 4711, timestamp: 1_790_000_000_000, key: Array("bench".utf8),
      value: [UInt8](json),
      headers: [RecordHeader(name: "content-type", value: Array("application/json".utf8))])
  }

  /// How many bytes the message has.
  var size: Int { record.value?.count ?? 0 }

  /// The same message with its body so many times over, a paragraph break between.
  func repeated(_ times: Int) throws -> BenchArticle {
    var members = try members()
    let body = members["body"] ?? ""
    members["body"] = Array(repeating: body, count: times).joined(separator: "\n")
    return BenchArticle(name: name, json: try JSONEncoder().encode(members))
  }

  /// The message with its body repeated until it has about so many bytes.
  func grown(to bytes: Int) throws -> BenchArticle {
    try repeated(max(bytes / max(try members()["body"]?.utf8.count ?? 1, 1), 1))
  }

  /// The message with a body of so many short lines, a sentence each.
  func lines(_ count: Int) throws -> BenchArticle {
    var members = try members()
    let words = members["headline"] ?? ""
    members["body"] = (1...max(count, 1)).map { "\(words), \($0)." }.joined(separator: "\n")
    return BenchArticle(name: name, json: try JSONEncoder().encode(members))
  }

  private func members() throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: Data(record.value ?? []))
  }
}
