import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct CharsetTests {
  static func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.count, by: 2).compactMap { offset in
      UInt8(hexadecimal.dropFirst(offset).prefix(2), radix: 16)
    }
  }

  static func record(_ value: [UInt8], _ charset: String, language: String? = nil) -> InputRecord {
    input(
      bytes: value,
      headers: [("content-type", "text/plain; charset=\(charset)")]
        + (language.map { [("content-language", $0)] } ?? []))
  }

  /// Texts encoded by Python's codecs; the canonical name that the manifest gives.
  @Test(arguments: [
    ("windows-1256", "dec7e120c7e1e6d2edd13a20ab81e1bb2e", "قال الوزير: «پل».", "windows-1256"),
    ("Windows-1256", "78", "x", "windows-1256"), ("\"CP1256\"", "dec7e1", "قال", "windows-1256"),
    (" windows-1256 ", "dec7e1", "قال", "windows-1256"),
    ("iso-8859-6", "e2c7e420c7e4e8d2ead12e", "قال الوزير.", "ISO-8859-6"), ("arabic", "e2c7e4", "قال", "ISO-8859-6"),
    ("windows-1255", "f9c8d1ece5c9ed", "\u{5E9}\u{5B8}\u{5C1}\u{5DC}\u{5D5}\u{5B9}\u{5DD}", "windows-1255"),
    ("iso-8859-8-i", "f9ece5ed", "שלום", "ISO-8859-8"),
    ("windows-1251", "ceed20f1eae0e7e0eb3a20abe4e0bb2e", "Он сказал: «да».", "windows-1251"),
    ("koi8-r", "f0d2c9d7c5d4", "Привет", "KOI8-R"), ("koi8-u", "a7d6c1cb", "їжак", "KOI8-U"),
    ("iso-8859-1", "93636166e994209620352080", "“café” – 5 €", "windows-1252"), ("latin1", "e9", "é", "windows-1252"),
    ("iso-8859-2", "be6c75bb6f75e86bfd", "žluťoučký", "ISO-8859-2"),
    ("iso-8859-9", "93fdf0fe94", "“ığş”", "windows-1254"),
    ("iso-8859-15", "3520a4", "5 €", "ISO-8859-15"), ("tis-620", "e4b7c2", "ไทย", "windows-874"),
    ("windows-1258", "5669eaf274", "Vi\u{EA}\u{323}t", "windows-1258"),
    ("iso-8859-7", "c720e2e9e2ebe9efe8deeae7", "Η βιβλιοθήκη", "ISO-8859-7"), ("cp866", "8fe0a8", "При", "IBM866"),
    ("shift_jis", "907d8f918ad98740b6", "図書館①ｶ", "Shift_JIS"), ("euc-jp", "bfdebdf1b4db", "図書館", "EUC-JP"),
    ("gb2312", "cdbccae9b9dd", "图书馆", "gb18030"), ("gbk", "884495f8f05e", "圖書館", "gb18030"),
    ("gb18030", "cdbc9439fc36", "图😀", "gb18030"), ("big5", "b9cfaed1c05df9d6", "圖書館碁", "Big5"),
    ("big5-hkscs", "8862", "Ê̄", "Big5-HKSCS"), ("big5-hkscs", "8866", "Ê", "Big5-HKSCS"),
    ("euc-kr", "b5b5bcadb0fc8c63", "도서관똠", "EUC-KR"),
    ("utf-16le", "42062706440620003dd800de", "قال 😀", "UTF-16LE"),
    ("utf-16be", "0642062706440020d83dde00", "قال 😀", "UTF-16BE"),
    ("utf-32le", "6100000000f60100", "a😀", "UTF-32LE"), ("utf-32be", "000000610001f600", "a😀", "UTF-32BE"),
    // A mark tells the order and goes; without one the order is little-endian; under a named order it stays.
    ("utf-16", "fffe4206", "ق", "UTF-16"), ("utf-16", "feff0642", "ق", "UTF-16"), ("utf-16", "4206", "ق", "UTF-16LE"),
    ("utf-16le", "fffe4206", "\u{FEFF}ق", "UTF-16LE"), ("utf-16be", "feff0642", "\u{FEFF}ق", "UTF-16BE"),
    ("utf-16", "fffefffe4206", "\u{FEFF}ق", "UTF-16"),
    ("utf-32", "fffe000061000000", "a", "UTF-32"), ("utf-32", "0000feff00000061", "a", "UTF-32"),
    ("utf-32", "61000000", "a", "UTF-32LE"),
  ])
  func decodes(_ label: String, _ value: String, _ text: String, _ name: String) throws {
    let record = Self.record(Self.bytes(value), label)
    let message = try decode(record).get()
    // By scalars: two strings are equal in Swift though one is composed and the other isn't.
    #expect(message.texts.map(\.bytes) == [Array(text.utf8)])
    #expect(message.charset?.name == name && message.contentType.description == "text/plain")
    var arena = RecordArena()
    guard case .article(_, let units) = ArticleProcessor().process(record, into: &arena) else {
      Issue.record("a dead letter")
      return
    }
    let manifest = try ManifestRecord(decoding: Array(arena.bytes[try #require(arena.records[units + 1].value)]))
    #expect(manifest.source.charset == name && manifest.fields.map { Array($0.text.utf8) } == [Array(text.utf8)])
  }

  /// UTF-8, however it is called, is not decoded, and the manifest doesn't speak of it.
  @Test(arguments: ["utf-8", "UTF8", "\"utf-8\"", "us-ascii", "ASCII", "", "unicode-1-1-utf-8"])
  func labelsOfUTF8(_ label: String) throws {
    let record = Self.record(Array("\u{FEFF}قال".utf8), label)
    let message = try decode(record).get()
    #expect(message.charset == nil && message.texts.map(\.bytes) == [Array("\u{FEFF}قال".utf8)])
    var arena = RecordArena()
    _ = ArticleProcessor().process(record, into: &arena)
    #expect(arena.text(arena.records[2].value)?.contains("\"charset\"") == false)
    #expect(
      decode(Self.record([0x61, 0xE9], label))
        == .failure(UnusableRecord(.invalidUTF8, "the value is no UTF-8 at byte 1")))
  }

  /// What the charset doesn't have is an error with its place, never a replacement character.
  @Test(arguments: [
    ("windows-1252", "614181", "windows-1252 at byte 2"), ("iso-8859-1", "619d", "windows-1252 at byte 1"),
    ("iso-8859-6", "a1", "ISO-8859-6 at byte 0"), ("windows-1253", "d2", "windows-1253 at byte 0"),
    ("iso-8859-8", "61bf", "ISO-8859-8 at byte 1"), ("windows-874", "6181", "windows-874 at byte 1"),
    ("shift_jis", "6161ff", "Shift_JIS at byte 2"), ("shift_jis", "61907d8f", "Shift_JIS at byte 3"),
    ("euc-jp", "bfde61bf", "EUC-JP at byte 3"), ("euc-jp", "ffff", "EUC-JP at byte 0"),
    ("gbk", "61ff", "gb18030 at byte 1"),
    ("gb18030", "813081", "gb18030 at byte 0"), ("big5", "b9cfff61", "Big5 at byte 2"),
    ("euc-kr", "b5b5ff61", "EUC-KR at byte 2"),
    ("utf-16le", "610000d8", "UTF-16LE at byte 2"), ("utf-16le", "610000dc6100", "UTF-16LE at byte 2"),
    ("utf-16be", "0061d8000061", "UTF-16BE at byte 2"), ("utf-16", "fffe610061", "UTF-16 at byte 4"),
    ("utf-16", "61", "UTF-16 at byte 0"), ("utf-16", "fe", "UTF-16 at byte 0"),
    ("utf-32", "0000feff00110000", "UTF-32 at byte 4"),
    ("utf-32le", "00d80000", "UTF-32LE at byte 0"), ("utf-32", "610000", "UTF-32 at byte 0"),
  ])
  func faults(_ label: String, _ value: String, _ place: String) {
    let record = Self.record(Self.bytes(value), label)
    #expect(decode(record) == .failure(UnusableRecord(.invalidUTF8, "the value is no \(place)")))
    var arena = RecordArena()
    #expect(ArticleProcessor().process(record, into: &arena) == .deadLetter(reason: .invalidUTF8))
    #expect(arena.records.count == 1 && arena.records[0].value.map { Array(arena.bytes[$0]) } == record.value)
  }

  /// Offsets count in the decoded text, which the manifest rebuilds; the digest is the raw value's.
  @Test func unitsOfAnArabicText() throws {
    let value = Self.bytes("dec7e120c7e1e6d2edd12e20e6c3d6c7dd2e0d0ae4e5c7edc92e")
    var arena = RecordArena()
    #expect(
      ArticleProcessor().process(Self.record(value, "windows-1256", language: "ar"), into: &arena)
        == .article(status: .usable, units: 3))
    let units = try arena.records.prefix(3).map { try UnitRecord(decoding: Array(arena.bytes[try #require($0.value)])) }
    #expect(units.map(\.text) == ["قال الوزير.", "وأضاف.", "نهاية."] && units.map(\.before) == ["", " ", "\r\n"])
    #expect(
      units.map(\.range.utf8) == [0..<20, 21..<32, 34..<45] && units.map(\.range.scalar) == [0..<11, 12..<18, 20..<26])
    let manifest = try ManifestRecord(decoding: Array(arena.bytes[try #require(arena.records[4].value)]))
    var sha256 = try SHA256()
    #expect(manifest.source.sha256 == (try sha256.digest(value).description))
    #expect(
      arena.text(arena.records[4].value)?.contains("\"contentType\":\"text/plain\",\"charset\":\"windows-1256\",")
        == true)
    // The same text in UTF-8 has the same ids.
    var plain = RecordArena()
    let text = Array("قال الوزير. وأضاف.\r\nنهاية.".utf8)
    _ = ArticleProcessor().process(Self.record(text, "utf-8", language: "ar"), into: &plain)
    #expect(arena.records.prefix(4).map { arena.text($0.key) } == plain.records.prefix(4).map { plain.text($0.key) })
    #expect(
      arena.records.prefix(4).map { arena.text($0.value) } == plain.records.prefix(4).map { plain.text($0.value) })
  }

  /// A mark alone is a text of no characters: empty, not an error.
  @Test(arguments: [("utf-16", "fffe"), ("utf-16", "feff"), ("utf-32", "0000feff")])
  func markAlone(_ label: String, _ value: String) throws {
    var arena = RecordArena()
    #expect(
      ArticleProcessor().process(Self.record(Self.bytes(value), label), into: &arena)
        == .article(status: .empty, units: 0))
    let manifest = try ManifestRecord(decoding: Array(arena.bytes[try #require(arena.records[1].value)]))
    #expect(manifest.fields.isEmpty && manifest.source.charset == label.uppercased())
  }

  @Test func emptyValue() {
    #expect(decode(Self.record([], "windows-1256")) == .failure(UnusableRecord(.missingText, "the value has no bytes")))
  }

  /// The limit is one of raw bytes and of the text's.
  @Test(arguments: [
    ("windows-1256", "c7"), ("utf-16le", "2706"), ("shift_jis", "b6"), ("gbk", "cdbc"), ("utf-32be", "0001f600"),
    ("iso-8859-1", "80"),
    ("big5-hkscs", "8862"),
  ])
  func limit(_ label: String, _ character: String) throws {
    var settings = ProcessorSettings()
    let value = Array(repeatElement(Self.bytes(character), count: 100).joined())
    let text = try #require(try decode(Self.record(value, label)).get().texts.first).bytes
    settings.maxArticleBytes = max(text.count, value.count)
    #expect(try decode(Self.record(value, label), settings: settings).get().texts.first?.bytes == text)
    settings.maxArticleBytes -= 1
    guard case .failure(let unusable) = decode(Self.record(value, label), settings: settings) else {
      Issue.record("it was taken")
      return
    }
    #expect(unusable.reason == .tooLarge)
    if text.count > value.count {
      let name = try #require(Charset.find(label)).name
      #expect(
        unusable.detail
          == "the value, \(value.count) bytes of \(name), has more than \(text.count - 1) in UTF-8, and no more are taken"
      )
    }
    settings.maxArticleBytes = 0
    #expect(
      decode(Self.record(value, label), settings: settings)
        == .failure(UnusableRecord(.tooLarge, "the value has \(value.count) bytes, and 0 are taken")))
  }

  /// Every label finds its charset, in any case; every charset of the table is one that this machine has.
  @Test func everyLabelAndCharset() throws {
    var labels: Set<String> = []
    for line in CharsetLabels.rows.description.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      #expect(words.count > 3 && words.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
      let charset = try #require(Charset.find(words[3]))
      #expect(charset.name == words[0] && charset.iconvName == words[1])
      for label in words.dropFirst(3) {
        #expect(
          label == label.lowercased() && labels.insert(label).inserted && !Charset.labelsOfUTF8.contains(label),
          "\(label)")
      }
      let value = [UInt8](repeating: 0x61, count: words[1].hasPrefix("UTF") ? 0 : 3)
      let found = try CharsetDecoder.decode(value, from: charset, limit: 100)
      #expect(found.text == value && !words[1].contains("/"))
    }
    #expect(labels.count > 180)
  }

  /// Whatever bytes come in whatever charset, there is valid text or an error within the value; nothing traps.
  @Test(arguments: 0..<6) func random(part: Int) throws {
    let seed = UInt64(1_256_000 + part)
    var random = SeededRandom(seed: seed)
    let labels = CharsetLabels.rows.description.split(separator: "\n").map { String($0.split(separator: " ")[3]) }
    for round in 0..<150 {
      let label = labels[Int.random(in: 0..<labels.count, using: &random)]
      let isHigh = Bool.random(using: &random)
      let value = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        UInt8.random(in: isHigh ? 0x80...0xFE : 0...0xFF, using: &random)
      }
      let charset = try #require(Charset.find(label))
      do throws(CharsetError) {
        let text = try CharsetDecoder.decode(value, from: charset, limit: 10_000).text
        if UTF8Check.firstFault(text) != nil { Issue.record("seed \(seed) round \(round) \(label): no UTF-8") }
        if text.count > 3 * value.count + 4 {
          Issue.record("seed \(seed) round \(round) \(label): grew to \(text.count)")
        }
      } catch {
        guard case .invalid(let position) = error, value.indices.contains(position) else {
          Issue.record("seed \(seed) round \(round) \(label): \(error)")
          continue
        }
      }
      HostileInputTests.check(Self.record(value, label), "seed \(seed) round \(round) \(label)")
    }
  }
}
