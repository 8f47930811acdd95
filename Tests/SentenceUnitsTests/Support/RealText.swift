import Foundation
import TestSupport

/// The texts of real articles that stand beside the checkout on developers' machines.
enum RealText {
  static let path = "data/articles/text.jsonl"

  static func values() throws -> [String] {
    let lines = (SharedData.bytes(path) ?? []).split(separator: UInt8(ascii: "\n"))
    return try lines.compactMap { line in
      let record = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return record?["value"] as? String
    }
  }
}
