import ArgumentParser
import Foundation
import Testing

@testable import nuqta

@Suite("The commands that read")
struct ReadingCommandsTests {
  /// The lines of a file, in pieces larger and smaller than what is read at once.
  @Test(arguments: [0, 1, 5, (1 << 18) - 1, 1 << 18, 700_000])
  func lines(length: Int) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("nuqta-lines-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let long = [UInt8](repeating: 0x78, count: length)
    for ending in [[], [0x0A]] as [[UInt8]] {
      try Data([0x61, 0x0A] + long + [0x0A, 0x0A, 0x0D, 0x62] + ending).write(to: URL(fileURLWithPath: path))
      var reader = try LineReader(file: path)
      var found: [[UInt8]] = []
      while let line = try reader.next() { found.append(line) }
      #expect(found == [[0x61], long, [], [0x0D, 0x62]])
    }
  }

  @Test func filesThatCannotBeRead() {
    #expect(throws: LineReader.Failure.self) { _ = try LineReader(file: "/nothing/here") }
    #expect(throws: LineReader.Failure.self) {
      var reader = try LineReader(file: "/")
      _ = try reader.next()
    }
  }

  @Test(
    "each exit code is documented in the help",
    arguments: [
      (ShowCommand.helpMessage(columns: 1_000), [0, 1, 64, 65, 66, 69, 74]),
      (ValidateCommand.helpMessage(columns: 1_000), [0, 64, 65, 66, 69, 74]),
    ])
  func exitCodes(help: String, codes: [Int]) throws {
    let part = try #require(help.split(separator: "EXIT CODES").last?.split(separator: "\n\n").first)
    let named = part.split(separator: "\n").compactMap { Int($0.split(separator: " ").first ?? "") }
    #expect(named == codes)
  }

  @Test(arguments: ["--timeout=0", "--timeout=-1", "--timeout=999999", "--timeout=x", "--format=xml"])
  func wrongOptions(_ option: String) {
    #expect(throws: (any Error).self) { try Nuqta.parseAsRoot(["show", option, "--brokers", "h:1", "u"]) }
    #expect(throws: (any Error).self) { try Nuqta.parseAsRoot(["validate", option]) }
  }

  @Test func wrongUse() {
    #expect(throws: (any Error).self) { try Nuqta.parseAsRoot(["show", "--brokers", "h:1"]) }
    #expect(throws: (any Error).self) { try Nuqta.parseAsRoot(["validate", "--max-problems", "-1"]) }
    #expect(throws: Never.self) { try Nuqta.parseAsRoot(["validate", "-", "--max-problems", "0"]) }
  }
}
