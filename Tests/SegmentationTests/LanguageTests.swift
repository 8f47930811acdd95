import Foundation
import TestSupport
import Testing

@testable import Segmentation

@Suite struct LanguageTests {
  @Test func moreAbbreviationsAtRunTime() {
    let text = "Ask the Kfz. Meister today. He knows."
    #expect(Segmenter(language: "en").sentences(in: text).count == 3)
    #expect(Segmenter(language: "en", abbreviations: ["Kfz."]).sentences(in: text).count == 2)
    #expect(Segmenter(language: "xx", abbreviations: ["Kfz"]).sentences(in: text).count == 3)
    #expect(
      Segmenter(language: "de-CH", abbreviations: ["Kfz"]).sentences(in: "Der Kfz. Meister kommt. Er weiß es.").count
        == 2)
  }

  @Test(arguments: [("ar-EG", "ar"), ("zh-Hant-TW", "zh"), ("EN", "en"), ("pt_BR", "pt"), ("iw", "he"), ("nb", "no")])
  func tagsFindTheirProfile(tag: String, profile: String) {
    #expect(Languages(tag: tag).own.tag == profile)
  }

  @Test(arguments: ["", "xx", "-", "ZZZZ-notATag"])
  func unknownTagsFallBack(tag: String) {
    #expect(Segmenter(language: tag).sentences(in: "نزل المطر. It rained. 下雨了。完。").count == 4)
  }

  @Test func tableFindsWords() {
    var table = WordTable()
    let words = (0..<2000).map { "word\($0)" }
    for word in words { table.add(Array(word.utf8), .title) }
    table.add(Array("z. B".utf8), .general)
    func classes(_ word: String) -> WordClass {
      let bytes = Array(word.utf8)
      return table.classes(of: 0..<bytes.count, in: bytes.span)
    }
    for word in words { #expect(classes(word) == .title) }
    #expect(classes("z.\u{A0}B") == .general)
    #expect(classes("wort") == [])
  }

  /// The generated tables hold exactly what the readable data says.
  @Test func tablesAreCurrent() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Data/segmentation")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && $0 != "character-classes.txt" }
    #expect(names.count == LanguageData.all.count)
    for name in names {
      let tag = String(name.dropLast(4))
      let table = try #require(LanguageData.named(tag), "no table for \(name)")
      let generated = Set(table.description.split(separator: "\n").map { String($0.dropFirst()) })
      let lines = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n")
      let written = Set(
        lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" })
      #expect(generated == written, "run Scripts/generate-segmentation-tables.py")
    }
    #expect(SegmentationRules.tables.count == names.count + 1)
  }

  @Test func classesOfSomeCharacters() {
    let wanted: [(UInt32, CharacterKind, Script)] = [
      (0x41, .upper, .latin), (0x62, .lower, .latin), (0x628, .caseless, .arabic), (0x661, .digit, .arabic),
      (0x4E2D, .caseless, .han), (0x3042, .caseless, .hiragana),
      (0x301, .mark, .common), (0x3000, .space, .common), (0x2028, .lineEnd, .common), (0x200F, .format, .common),
      (0x201C, .quote, .common), (0x61F, .stop, .arabic),
      (0x1F600, .pictograph, .common), (0x10FFFF, .other, .common), (0x110000, .other, .common),
    ]
    for (value, kind, script) in wanted {
      let found = CharacterClasses.classify(value)
      #expect(found.0 == kind && found.1 == script, "U+\(String(value, radix: 16))")
    }
  }

  @Test(.enabled(if: SharedData.has("data/seed/expected.tsv")))
  func seedArticle() throws {
    let bytes = try #require(SharedData.bytes("data/seed/article.ar.txt"))
    let table = try #require(SharedData.bytes("data/seed/expected.tsv"))
    let wanted = String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap { line -> Range<Int>? in
      let fields = line.split(separator: "\t")
      guard fields.count > 2, let start = Int(fields[1]), let end = Int(fields[2]) else { return nil }
      return start..<end
    }
    var sentences: [Sentence] = []
    Segmenter(language: "ar").cut(bytes.span, in: 0..<bytes.count, into: &sentences)
    #expect(wanted.count == 31)
    #expect(sentences.map(\.range) == wanted)
  }
}
