import Segmentation
import Testing

@testable import SentenceUnits

@Suite("Identity of the rules")
struct RulesIdentityTests {
  private func identity(
    _ version: String = "1.0.0", _ tables: [StaticString] = ["ab", "c"], _ unicode: String = "15.0.0",
    _ form: String = "1"
  ) throws -> String {
    try RulesIdentity(version: version, tables: tables, unicodeVersion: unicode, normalisationVersion: form).description
  }

  @Test("is the version and six characters of base32, the same each time")
  func shape() throws {
    let current = try RulesIdentity.current().description
    let parts = current.split(separator: "+")
    #expect(parts.count == 2 && parts[0] == SegmentationRules.version && parts[1].count == 6, "\(current)")
    #expect(try RulesIdentity.current().description == current)
    #expect(
      try RulesIdentity(
        version: SegmentationRules.version, tables: SegmentationRules.tables,
        unicodeVersion: Normalisation.unicodeVersion, normalisationVersion: Normalisation.version
      ).description == current)
    #expect(try identity() == "1.0.0+ccw3yq")
  }

  @Test("moves with each of its parts")
  func parts() throws {
    let variants = [
      try identity(), try identity("1.0.1"), try identity("1.0.0", ["a", "bc"]), try identity("1.0.0", ["abc"]),
      try identity("1.0.0", []), try identity("1.0.0", ["ab", "c", ""]), try identity("1.0.0", ["ab", "c"], "16.0.0"),
      try identity("1.0.0", ["ab", "c"], "15.0.0", "2"),
    ]
    #expect(Set(variants.map { $0.split(separator: "+").last }).count == variants.count)
  }
}
