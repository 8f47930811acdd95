import TestSupport
import Testing

@testable import SentenceUnits

@Suite("Base32 and ids")
struct Base32Tests {
  @Test("writes RFC 4648's alphabet, lower case, without padding")
  func known() {
    #expect(Digest128.zero.base32 == String(repeating: "a", count: 26))
    #expect(Digest128(high: .max, low: .max).base32 == String(repeating: "7", count: 25) + "4")
    let text = Digest128(high: 0x666F_6F62_6172_666F, low: 0x6F62_6172_666F_6F62)  // "foobarfoobarfoob"
    #expect(text.base32 == "mzxw6ytbojtg633cmfzgm33pmi")
  }

  @Test("writes five bits a character, by the alphabet", arguments: 1...20 as ClosedRange<UInt64>)
  func bitByBit(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    for _ in 0..<50 {
      let digest = Digest128(high: random.next(), low: random.next() & random.next())
      var bits: [Int] = []
      for word in [digest.high, digest.low] {
        for place in 0..<64 { bits.append(Int(word >> UInt64(63 - place) & 1)) }
      }
      bits += [0, 0]
      let expected = stride(from: 0, to: 130, by: 5).map { start in
        alphabet[bits[start..<start + 5].reduce(0) { $0 * 2 + $1 }]
      }
      #expect(digest.base32 == String(expected))
    }
  }

  @Test("is read back", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let digest = Digest128(high: random.next(), low: random.next())
      var bytes: [UInt8] = []
      digest.write(into: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == digest.base32)
      let read = try Digest128(base32: bytes.span)
      #expect(read == digest)
      #expect(try UnitID(UnitID(digest).description).digest == digest)
      #expect(try ArticleID(ArticleID(digest).description).digest == digest)
    }
  }

  @Test("refuses what no writer makes")
  func errors() {
    #expect(throws: Base32Error.length(25)) { try Digest128(base32: String(repeating: "a", count: 25)) }
    #expect(throws: Base32Error.length(0)) { try Digest128(base32: "") }
    #expect(throws: Base32Error.character(offset: 3)) {
      try Digest128(base32: "aaaA" + String(repeating: "a", count: 22))
    }
    #expect(throws: Base32Error.character(offset: 0)) { try Digest128(base32: "1" + String(repeating: "a", count: 25)) }
    #expect(throws: Base32Error.excessBits) { try Digest128(base32: String(repeating: "a", count: 25) + "b") }
    #expect(throws: Base32Error.prefix(expected: "u")) { try UnitID("a" + String(repeating: "a", count: 26)) }
    #expect(throws: Base32Error.prefix(expected: "a")) { try ArticleID("") }
    #expect(throws: Base32Error.length(27)) { try UnitID("u" + String(repeating: "a", count: 27)) }
  }

  @Test("an id is 27 bytes, its letter first")
  func ids() {
    var bytes: [UInt8] = []
    UnitID(.zero).write(into: &bytes)
    ArticleID(.zero).write(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == UnitID(.zero).description + ArticleID(.zero).description)
    #expect(bytes.count == 54)
  }
}
