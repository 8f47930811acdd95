import Foundation
import FuzzChecks
import Testing

/// Every seed of the fuzzers, what they once found among them, goes through the same checks without libFuzzer.
@Suite struct SeedTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzz/Seeds")

  private static func seeds(_ target: FuzzTarget) -> [URL] {
    let folder = folder.appendingPathComponent(target.rawValue)
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases) func seeds(target: FuzzTarget) throws {
    let files = Self.seeds(target)
    #expect(files.count >= 10)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      do {
        try target.check(bytes)
        // Cut short, and with a byte changed, they are other inputs, and the contract holds of those too.
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 8)) {
          try target.check(Array(bytes.prefix(length)))
          var changed = bytes
          changed[length] ^= 0x20
          try target.check(changed)
        }
      } catch {
        Issue.record("\(target.rawValue)/\(file.lastPathComponent): \(error)")
      }
    }
  }
}
