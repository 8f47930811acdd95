import Testing

@testable import Segmentation

/// The class table in C is what the runs say, which are what the rules' identity is made of.
@Suite struct CharacterClassTests {
  /// The letters of the run table, in the order of the cases.
  private static let kinds = Array("oulcdmsbfk()q.,-e".utf8)
  private static let scripts = Array("-oLGCMHADTBEKhkZ".utf8)

  /// The kind and script of each scalar, read from the runs.
  private func written() throws -> [(UInt8, UInt8)] {
    var classes = [(UInt8, UInt8)](repeating: (0, 0), count: 0x110000)
    let text = CharacterClassRuns.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      try #require(fields.count == 3 && fields[2].utf8.count == 2)
      let low = try #require(Int(fields[0], radix: 16))
      let high = try #require(Int(fields[1], radix: 16))
      let letters = Array(fields[2].utf8)
      let kind = try #require(Self.kinds.firstIndex(of: letters[0]))
      let script = try #require(Self.scripts.firstIndex(of: letters[1]))
      for value in low...high { classes[value] = (UInt8(kind), UInt8(script)) }
    }
    return classes
  }

  @Test func tableIsTheRuns() throws {
    let wanted = try written()
    var wrong: [Int] = []
    for value in wanted.indices {
      let found = CharacterClasses.classify(UInt32(value))
      if (found.0.rawValue, found.1.rawValue) != wanted[value] { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(8)) …")
  }

  /// The short way for ASCII says what the table says, and what no scalar is has no class.
  @Test func edges() {
    for byte in UInt8(0)..<0x80 {
      #expect(CharacterClasses.classify(ascii: byte) == CharacterClasses.classify(UInt32(byte)))
    }
    for value in [0x110000, 0xFFFF_FFFF] as [UInt32] {
      #expect(CharacterClasses.classify(value) == (.other, .common))
    }
  }

  /// A number that is none gives the class of what is not known, and each case has its own.
  @Test func numbers() {
    for number in UInt8.min...UInt8.max {
      #expect(CharacterKind(number: number) == CharacterKind(rawValue: number) ?? .other)
      #expect(Script(number: number) == Script(rawValue: number) ?? .common)
    }
    #expect(CharacterKind(rawValue: UInt8(Self.kinds.count)) == nil)
    #expect(Script(rawValue: UInt8(Self.scripts.count)) == nil)
  }
}
