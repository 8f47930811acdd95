import Foundation
import Testing

@testable import SentenceUnits

/// Unicode's own test of normalisation, which Debian's package `unicode-data` brings.
@Suite("NFC, by Unicode's NormalizationTest")
struct UnicodeConformanceTests {
  static let file = "/usr/share/unicode/NormalizationTest.txt.bz2"
  static let isThere = FileManager.default.isReadableFile(atPath: file) && decompressor != nil
  static let decompressor = ["/bin/bzip2", "/usr/bin/bzip2"].first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "every line, and every scalar that no line names", .enabled(if: isThere, "needs bzip2 and the package unicode-data")
  )
  func conformance() throws {
    let lines = try Self.lines()
    #expect(
      lines.first?.contains(CanonicalData.version) == true, "the file is of another Unicode version than the tables")
    var normaliser = TextNormaliser.compositionOnly
    var named: Set<UInt32> = []
    var part = Substring()
    var tested = 0
    for line in lines {
      if line.hasPrefix("@") { part = line.prefix(6) }
      guard let first = line.first, first.isHexDigit else { continue }
      let columns = line.split(separator: ";", maxSplits: 5).prefix(5).map(Self.text)
      try #require(columns.count == 5)
      for (source, expected) in [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3)] {
        #expect(
          scalars(normalised(columns[source], by: &normaliser)) == scalars(columns[expected]),
          "column \(source + 1) of \(line)")
      }
      tested += 1
      if part == "@Part1", let scalar = columns[0].unicodeScalars.first { named.insert(scalar.value) }
    }
    #expect(tested > 18_000)

    for value in UInt32(0)...0x10FFFF where !named.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if normalised(text, by: &normaliser).utf8.elementsEqual(text.utf8) { continue }
      Issue.record("U+\(String(value, radix: 16)) is not left as it is")
    }
  }

  private static func text(_ column: Substring) -> String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: column.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) })
    return String(view)
  }

  private static func lines() throws -> [Substring] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: decompressor ?? "bzip2")
    process.arguments = ["-dc", file]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}
