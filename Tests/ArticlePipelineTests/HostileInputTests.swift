import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// Whatever comes in, an article's records come out whole or one dead letter does; nothing traps.
@Suite struct HostileInputTests {
  static let seeds: [String] = [
    "{\"uri\":\"urn:x:1\",\"version\":3,\"language\":\"ar\",\"headline\":\"الأسواق\",\"byline\":\"سلمى\",\"body\":\"قال. \\u0627\\n• أ\\n• ب\\n#خبر\\n\",\"captions\":[\"ص\",{\"text\":\"ص\"}]}",
    "{\"id\":7,\"title\":\"T \\ud83d\\ude00\",\"author\":[{\"name\":\"A\"}],\"text\":\"One. Two?\\r\\nBy X\\n1. a\\n2. b\",\"translations\":[{\"language\":\"de\",\"body\":\"Eins.\"}]}",
    "رويترز\nقال مسؤولون. وأضافوا!\n\n- واحد\n- اثنان\n***\nاقرأ أيضاً: كذا\n#جلف_بوست#",
    "LIVE\nStorm Agda: schools closed\nBy Marta Kell\nCAIRO, Jan. 3 (AP)\nIt rained. And rained.\r\n(a) x\n(b) y\nSource: AP\n",
    "{\"uri\":\"u\",\"pubStatus\":\"canceled\"}", "<p>x</p>", "[1,[2,[3]]]", "",
  ]

  static func check(_ record: InputRecord, _ comment: @autoclosure () -> String) {
    var arena = RecordArena()
    _ = ArticleProcessor().process(input(nil, key: "before"), into: &arena)
    let before = arena.records.count
    switch ArticleProcessor().process(record, into: &arena) {
    case .article(let status, let units):
      if arena.records.count != before + units + 2 { Issue.record("\(comment()): \(arena.records.count) records") }
      if status == .withdrawn, units > 0 { Issue.record("\(comment()): withdrawn with units") }
      guard arena.records[(before + units)...].map(\.stream) == [.units, .manifests] else {
        Issue.record("\(comment()): streams")
        return
      }
      rebuilds(record, arena, before + units + 1, comment())
    case .deadLetter(let reason):
      if reason == .internal || reason == .crashed { Issue.record("\(comment()): \(reason)") }
      guard arena.records.count == before + 1, let letter = arena.records.last else {
        Issue.record("\(comment()): \(arena.records.count) records")
        return
      }
      if letter.value.map({ Array(arena.bytes[$0]) }) != record.value { Issue.record("\(comment()): value changed") }
    }
    var again = RecordArena()
    _ = ArticleProcessor().process(input(nil, key: "before"), into: &again)
    _ = ArticleProcessor().process(record, into: &again)
    if again.bytes != arena.bytes || again.records != arena.records { Issue.record("\(comment()): not the same twice") }
  }

  /// The manifest gives every string back that was read.
  static func rebuilds(_ record: InputRecord, _ arena: RecordArena, _ index: Int, _ comment: String) {
    guard let value = arena.records[index].value, case .success(let message) = decode(record) else { return }
    guard let manifest = try? ManifestRecord(decoding: Array(arena.bytes[value])) else {
      Issue.record("\(comment): the manifest doesn't decode")
      return
    }
    if manifest.fields.map({ Array($0.text.utf8) }) != message.texts.map(\.bytes) {
      Issue.record("\(comment): not rebuilt")
    }
  }

  @Test(arguments: 0..<24) func mutations(part: Int) {
    let seed = UInt64(20_260_100 + part)
    var random = SeededRandom(seed: seed)
    for round in 0..<220 {
      var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&bytes, &random) }
      let type = ["application/json", "text/plain", ""][Int.random(in: 0..<3, using: &random)]
      let record = input(bytes: bytes, headers: type.isEmpty ? [] : [("content-type", type)])
      Self.check(record, "seed \(seed) round \(round)")
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let index = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
    let hostile: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF], Array("\u{200F}".utf8), Array("\u{301}".utf8), Array("\\ud800".utf8), Array("\u{2028}".utf8),
      [0x0D], [0x0A, 0x0A], [0x00],
      Array("• ".utf8), Array("1. ".utf8), Array("#".utf8), Array("\u{600}".utf8), Array("\u{0D4E} ".utf8),
      Array("\u{1F468}\u{200D}\u{1F469}".utf8), [0xFF], [0xE2, 0x80],
      Array("\\n- ".utf8), Array("\u{1100}\u{1161}".utf8), Array("🇦🇪🇪".utf8), Array("،؛؟".utf8), Array("[[[[".utf8),
      Array("(\u{661})".utf8),
    ]
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where !bytes.isEmpty: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where !bytes.isEmpty: bytes.removeSubrange(index...)
    case 2 where !bytes.isEmpty:
      bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...20, using: &random)))
    case 3: bytes.insert(contentsOf: hostile[Int.random(in: 0..<hostile.count, using: &random)], at: index)
    case 4:
      let other = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
      bytes.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &random)), at: index)
    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
    }
  }

  /// Text of hostile scalars: blocks lie in order on scalars, never inside a grapheme cluster, and show something.
  @Test(arguments: 0..<16) func blocksOfRandomText(part: Int) {
    let seed = UInt64(77_000 + part)
    var random = SeededRandom(seed: seed)
    let alphabet: [String] = [
      "a", "B", "ن", "ق", "好", "か", "한", "ก", "ह", "ि", "\u{301}", "\u{200D}", "\u{200C}", "\u{200F}", "\u{FEFF}",
      "\u{600}", "\u{D4E}", " ", " ", "\u{A0}", "\n", "\r", "\r\n",
      "\u{2028}", "\u{85}", ".", "؟", "•", "- ", "1. ", "2) ", "(3)", "أ- ", "#", "*", "—", ":", "رويترز", "Reuters",
      "By ", "بقلم ", "،", "🇦", "👨‍👩‍👧", "\u{1F3FD}", "\u{FE0F}", "\u{200B}", "\u{3000}",
    ]
    for round in 0..<150 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text.unicodeScalars.append(
          contentsOf: alphabet[Int.random(in: 0..<alphabet.count, using: &random)].unicodeScalars)
      }
      let bytes = Array(text.utf8)
      let language = [nil, "ar", "ru", "de", "zh"][Int.random(in: 0..<5, using: &random)]
      let message = FeedMessage(
        uri: "u", language: language, contentType: "text/plain",
        texts: [FeedText(pointer: "", role: .body, bytes: bytes)])
      let found = BlockBuilder(settings: ProcessorSettings()).article(message).fields[0].blocks
      var boundaries: Set<Int> = [0]
      var offset = 0
      for character in text {
        offset += character.utf8.count
        boundaries.insert(offset)
      }
      var end = 0
      for block in found {
        if block.range.lowerBound < end || block.range.isEmpty {
          Issue.record("seed \(seed) round \(round): order in \(text.debugDescription)")
        }
        if !boundaries.contains(block.range.lowerBound) || !boundaries.contains(block.range.upperBound) {
          Issue.record("seed \(seed) round \(round): \(block.range) inside a cluster of \(text.debugDescription)")
        }
        if bytes[block.range].isBlankText {
          Issue.record("seed \(seed) round \(round): blank block in \(text.debugDescription)")
        }
        if !bytes[end..<block.range.lowerBound].isBlankText, block.kind != .listItem {
          Issue.record("seed \(seed) round \(round): text lost in \(text.debugDescription)")
        }
        end = block.range.upperBound
      }
      if !bytes[end...].isBlankText {
        Issue.record("seed \(seed) round \(round): text lost at the end of \(text.debugDescription)")
      }
    }
  }

  @Test func extremes() {
    let big = String(repeating: "قال الوزير. ", count: 20_000)
    Self.check(input(big, headers: [("content-type", "text/plain")]), "long line")
    Self.check(
      input(String(repeating: "• x\n", count: 60_000), headers: [("content-type", "text/plain")]), "many lines")
    Self.check(
      input(String(repeating: "1. x\n", count: 60_000), headers: [("content-type", "text/plain")]), "many numbers")
    Self.check(input(String(repeating: "#", count: 200_000), headers: [("content-type", "text/plain")]), "hashes")
    Self.check(input(String(repeating: "\u{301}", count: 100_000), headers: [("content-type", "text/plain")]), "marks")
    Self.check(
      input(String(repeating: "[", count: 900_000), headers: [("content-type", "application/json")]), "brackets")
    Self.check(
      input(
        "{\"body\":\"" + String(repeating: "\\u0041", count: 100_000) + "\"}",
        headers: [("content-type", "application/json")]), "escapes")
    Self.check(input(String(repeating: " ", count: 300_000), headers: [("content-type", "text/plain")]), "spaces")
    Self.check(input("x", headers: [("content-type", String(repeating: ";", count: 100_000))]), "header")
    Self.check(
      InputRecord(topic: "", partition: .min, offset: .min, timestamp: .min, key: [0xFF], value: nil, headers: []),
      "null")
    Self.check(
      InputRecord(
        topic: "\u{0}", partition: .max, offset: .max, timestamp: .max, key: [0x61], value: [0x61],
        headers: [RecordHeader(name: "", value: nil)]), "limits")
  }
}
