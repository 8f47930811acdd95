import ArticlePipeline
import Foundation
import Testing

/// A row of Tests/HostileInputs/messages.json, which the process tests send through a topic too.
struct HostileMessage: Sendable, CustomTestStringConvertible {
  let name: String
  let record: InputRecord
  /// A dead letter's reason, or an article's status and, where it is told, how many units it has.
  let expected: String
  /// The units' texts, where they are told.
  let texts: [String]?

  var testDescription: String { name }

  /// All rows.
  static func all() throws -> [HostileMessage] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("HostileInputs/messages.json")
    let rows = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]]
    return try #require(rows).enumerated().map { number, row in try HostileMessage(row, number) }
  }

  private init(_ row: [String: Any], _ number: Int) throws {
    name = try #require(row["name"] as? String)
    expected = try #require(row["expect"] as? String)
    texts = row["texts"] as? [String]
    let headers = try (row["headers"] as? [[Any]] ?? []).map { pair in
      RecordHeader(name: try #require(pair[0] as? String), value: try Self.bytes(pair[1]))
    }
    record = InputRecord(
      topic: "articles", partition: 0, offset: Int64(number), timestamp: 1_767_225_600_000,
      key: try row["key"].map { try Self.bytes($0) } ?? Array("urn:hostile:\(number)".utf8),
      value: try Self.bytes(try #require(row["value"])), headers: headers)
  }

  /// `null`, a string, `{"hex": …}`, `{"repeat": …, "times": …}`, or a list of these end to end.
  private static func bytes(_ value: Any) throws -> [UInt8]? {
    if value is NSNull { return nil }
    if let text = value as? String { return Array(text.utf8) }
    if let parts = value as? [Any] { return try parts.flatMap { try bytes($0) ?? [] } }
    let part = try #require(value as? [String: Any])
    if let repeated = part["repeat"] {
      let once = try bytes(repeated) ?? []
      return Array(repeatElement(once, count: try #require(part["times"] as? Int)).joined())
    }
    var digits = Substring(try #require(part["hex"] as? String))
    var output: [UInt8] = []
    while !digits.isEmpty {
      output.append(try #require(UInt8(digits.prefix(2), radix: 16)))
      digits = digits.dropFirst(2)
    }
    return output
  }
}
