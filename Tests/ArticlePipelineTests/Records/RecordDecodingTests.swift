import SentenceUnits
import TestSupport
import Testing

@testable import ArticlePipeline

/// Our records read back: whole, whatever later versions add, or not at all.
@Suite struct RecordDecodingTests {
  /// Everything of an article's units is in their records, byte for byte.
  static func check(_ record: InputRecord, _ comment: String) throws {
    var arena = RecordArena()
    let settings = ProcessorSettings()
    guard case .article(let status, let count) = ArticleProcessor(settings: settings).process(record, into: &arena),
      case .success(let message) = decode(record)
    else { return }
    let article = try UnitCutter().cut(
      BlockBuilder(settings: settings).article(
        message.status == .withdrawn
          ? FeedMessage(uri: message.uri, language: nil, contentType: "", texts: []) : message))
    let rules = try RecordHashes.rules()
    let values = arena.records.map { $0.value.map { Array(arena.bytes[$0]) } }
    for (unit, value) in zip(article.units, values) {
      let value = try #require(value)
      let found = try UnitRecord(decoding: value)
      let due = expected(unit, in: article, rules, message)
      #expect(found == due, "\(comment), unit \(unit.sequence)")
      #expect(
        Array(found.text.utf8) == Array(due.text.utf8) && Array(found.before.utf8) == Array(due.before.utf8),
        "\(comment)")
      #expect(try UnitRecord(decoding: withUnknownMembers(value)) == found, "\(comment)")
      #expect(RecordKind(of: value) == .unit && RecordKind(of: withUnknownMembers(value)) == .unit, "\(comment)")
    }
    let articleValue = try #require(values[count])
    let articleRecord = try ArticleRecord(decoding: articleValue)
    #expect(articleRecord.units == article.units.map { UnitID($0.id).description }, "\(comment)")
    #expect(articleRecord.status == status && articleRecord.rules == rules, "\(comment)")
    #expect(articleRecord.article.uri.utf8.elementsEqual(message.uri.utf8), "\(comment)")
    #expect(articleRecord.article.version == message.version, "\(comment)")
    #expect(try ArticleRecord(decoding: withUnknownMembers(articleValue)) == articleRecord, "\(comment)")
    guard let manifestValue = values[count + 1] else {
      #expect(status == .withdrawn, "\(comment)")
      return
    }
    let manifest = try ManifestRecord(decoding: manifestValue)
    #expect(manifest.fields.map { Array($0.text.utf8) } == article.source.fields.map(\.bytes), "\(comment)")
    #expect(manifest.fields.flatMap { $0.units.map(\.id) } == articleRecord.units, "\(comment)")
    #expect(manifest.fields.flatMap { $0.units.map(\.kind) } == article.units.map(\.kind), "\(comment)")
    #expect(manifest.fields.flatMap { $0.units.map(\.translate) } == article.units.map { $0.keep == nil }, "\(comment)")
    #expect(manifest.fields.flatMap { $0.units.map(\.language) } == article.units.map(\.language.tag), "\(comment)")
    #expect(manifest.source.topic == record.topic && manifest.source.offset == Int(record.offset), "\(comment)")
    #expect(try ManifestRecord(decoding: withUnknownMembers(manifestValue)) == manifest, "\(comment)")
    #expect(RecordKind(of: articleValue) == .article && RecordKind(of: manifestValue) == .manifest, "\(comment)")
  }

  static func expected(
    _ unit: SentenceUnit, in article: SegmentedArticle, _ rules: String, _ message: FeedMessage
  ) -> UnitRecord {
    func text(_ index: Int?) -> String? { index.map { article.text(of: article.units[$0]) } }
    func id(_ index: Int?) -> String? { index.map { UnitID(article.units[$0].id).description } }
    var record = UnitRecord()
    record.id = UnitID(unit.id).description
    record.article = article.source.identity
    record.sequence = unit.sequence
    record.field = article.source.fields[unit.field].pointer
    record.block = unit.block
    record.kind = unit.kind
    record.level = unit.level
    record.range = unit.range
    record.text = article.text(of: unit)
    record.before = String(decoding: article.gapBytes(before: unit), as: UTF8.self)
    record.language = unit.language
    record.translate = unit.keep == nil
    record.reason = unit.keep
    record.context.heading = text(unit.heading)
    record.context.before = text(unit.previous).map { [$0] } ?? []
    record.context.after = text(unit.next).map { [$0] } ?? []
    record.context.previous = id(unit.previous)
    record.context.next = id(unit.next)
    record.contentHash = unit.content.base32
    record.contextHash = unit.context.base32
    record.flags = UnitFlags.names.filter { unit.flags.contains($0.flag) }.map(\.name)
    record.rules = rules
    return record
  }

  /// The same record with a member that nobody knows at the start of each object.
  static func withUnknownMembers(_ value: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var isString = false
    var isEscaped = false
    for byte in value {
      output.append(byte)
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else {
          isString = byte != UInt8(ascii: "\"")
        }
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "{") {
        output += Array(#""later":[{"id":1,"text":null,"units":{}},"x\"{",-1.5e3,true],"#.utf8)
      }
    }
    return output
  }

  @Test func examples() throws {
    #expect(RandomArticles.examples.count == 17)
    for record in RandomArticles.examples { try Self.check(record, String(decoding: record.key ?? [], as: UTF8.self)) }
  }

  @Test(arguments: 0..<8) func randomArticles(part: Int) throws {
    let seed = UInt64(20_261_100 + part)
    var articles = RandomArticles(seed: seed)
    for round in 0..<40 { try Self.check(articles.record(), "seed \(seed) round \(round)") }
  }

  static let unit =
    #"{"type":"unit","schema":"unit/1","id":"u1","article":{"uri":"u"},"seq":1,"field":"","block":{"index":1,"kind":"paragraph"},"range":{"utf8":[0,1],"utf16":[0,1],"scalar":[0,1]},"text":"a","lang":"en","langSource":"default","dir":"ltr","translate":true,"hash":{"content":"c","context":"d"},"rules":"r"}"#
  static let article =
    #"{"type":"article","schema":"article/1","id":"a1","article":{"uri":"u"},"status":"withheld","units":["u1"],"rules":"r"}"#
  static let manifest =
    #"{"schema":"manifest/1","article":{"uri":"u"},"source":{"topic":"t","partition":0,"offset":1.0,"contentType":"c","sha256":"s"},"rules":"r","fields":[{"field":"","format":"text","units":[{"id":"u1","text":"a","kind":"other","translate":true,"lang":"en"}]}]}"#

  @Test func leastRecords() throws {
    #expect(try UnitRecord(decoding: Array(Self.unit.utf8)).text == "a")
    #expect(try ArticleRecord(decoding: Array(Self.article.utf8)).units == ["u1"])
    #expect(try ManifestRecord(decoding: Array(Self.manifest.utf8)).source.offset == 1)
  }

  /// Names of later versions are passed over or kept, as the contract gives their types.
  @Test func reservedMembers() throws {
    let unit = Self.unit.dropLast() + #","spans":[{}],"inline":1,"aligned":null,"change":{},"cuts":[1],"lineage":"u0"}"#
    #expect(try UnitRecord(decoding: Array(unit.utf8)).lineage == "u0")
    let meta = Self.unit.replacing(#"{"uri":"u"}"#, with: #"{"uri":"u","meta":{"urgency":1}}"#)
    #expect(try UnitRecord(decoding: Array(meta.utf8)).article == ArticleIdentity(uri: "u"))
    let raw = Self.manifest.replacing(#""text":"a""#, with: #""text":"a","raw":"<b>a</b>","lineage":"u0","spans":[]"#)
      .replacing(#""sha256":"s""#, with: #""sha256":"s","charset":"windows-1256""#)
    let record = try ManifestRecord(decoding: Array(raw.utf8))
    #expect(record.fields[0].text == "<b>a</b>" && record.fields[0].units[0].lineage == "u0")
    #expect(record.source.charset == "windows-1256")
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let record: String
    let from: String
    let to: String
    let pointer: String
    let byteOf: String
    var testDescription: String { "\(pointer): \(to)" }
  }

  static let wrong = [
    Wrong(record: unit, from: #""seq":1"#, to: #""seq":"1""#, pointer: "/seq", byteOf: #""1""#),
    Wrong(record: unit, from: #""seq":1"#, to: #""seq": 1.5"#, pointer: "/seq", byteOf: "1.5"),
    Wrong(record: unit, from: #""seq":1"#, to: #""seq":99999999999999999999"#, pointer: "/seq", byteOf: "9999"),
    Wrong(record: unit, from: #"[0,1],"utf16""#, to: #"[2,1],"utf16""#, pointer: "/range/utf8", byteOf: "[2,1]"),
    Wrong(record: unit, from: #"[0,1],"utf16""#, to: #"[0],"utf16""#, pointer: "/range/utf8", byteOf: "[0]"),
    Wrong(record: unit, from: #"[0,1],"utf16""#, to: #"[0,null],"utf16""#, pointer: "/range/utf8/1", byteOf: "null"),
    Wrong(
      record: unit, from: #""kind":"paragraph""#, to: #""kind":"poem""#, pointer: "/block/kind", byteOf: #""poem""#),
    Wrong(record: unit, from: #","kind":"paragraph""#, to: "", pointer: "/block/kind", byteOf: #"{"index"#),
    Wrong(record: unit, from: #""content":"c","#, to: "", pointer: "/hash/content", byteOf: #"{"context":"d"#),
    Wrong(
      record: unit, from: #""translate":true"#, to: #""translate":"yes""#, pointer: "/translate", byteOf: #""yes""#),
    Wrong(record: unit, from: #""text":"a""#, to: #""text":["a"]"#, pointer: "/text", byteOf: #"["a"]"#),
    Wrong(record: unit, from: #""type":"unit""#, to: #""type":"article""#, pointer: "/type", byteOf: #""article""#),
    Wrong(record: unit, from: #""text":"a""#, to: #""text":"a","text":"b""#, pointer: "/text", byteOf: #""text":"b""#),
    Wrong(record: unit, from: #""text":"a""#, to: #""text":"a","flags":{}"#, pointer: "/flags", byteOf: "{}"),
    Wrong(
      record: unit, from: #""text":"a""#, to: #""text":"a","context":{"after":[7]}"#, pointer: "/context/after/0",
      byteOf: "7]"),
    Wrong(record: unit, from: #"{"uri":"u"}"#, to: "{}", pointer: "/article/uri", byteOf: "{}"),
    Wrong(
      record: unit, from: #"{"uri":"u"}"#, to: #"{"uri":"u","version":3}"#, pointer: "/article/version", byteOf: "3}"),
    Wrong(
      record: article, from: #""status":"withheld""#, to: #""status":"gone""#, pointer: "/status", byteOf: #""gone""#),
    Wrong(record: article, from: #"["u1"]"#, to: #"["u1",2]"#, pointer: "/units/1", byteOf: "2]"),
    Wrong(record: article, from: #","rules":"r""#, to: "", pointer: "/rules", byteOf: "{\"type"),
    Wrong(record: manifest, from: #""offset":1.0"#, to: #""offset":"1""#, pointer: "/source/offset", byteOf: #""1""#),
    Wrong(
      record: manifest, from: #""translate":true"#, to: #""translate":1"#, pointer: "/fields/0/units/0/translate",
      byteOf: "1,\"lang"),
    Wrong(record: manifest, from: #""format":"text","#, to: "", pointer: "/fields/0/format", byteOf: #"{"field":"""#),
    Wrong(
      record: manifest, from: #""text":"a""#, to: #""text":"a","raw":1"#, pointer: "/fields/0/units/0/raw",
      byteOf: "1,\"kind"),
  ]

  @Test(arguments: wrong) func wrongMembers(_ wrong: Wrong) throws {
    let text = wrong.record.replacing(wrong.from, with: wrong.to)
    #expect(text != wrong.record)
    let error = #expect(throws: RecordDecodingError.self) {
      switch wrong.record {
      case Self.unit: _ = try UnitRecord(decoding: Array(text.utf8))
      case Self.article: _ = try ArticleRecord(decoding: Array(text.utf8))
      default: _ = try ManifestRecord(decoding: Array(text.utf8))
      }
    }
    guard case .member(let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.pointer == wrong.pointer)
    #expect(String(decoding: Array(text.utf8)[fault.position...], as: UTF8.self).hasPrefix(wrong.byteOf))
  }

  @Test func whatIsNoRecord() throws {
    #expect(throws: RecordDecodingError.tombstone) { try UnitRecord(decoding: nil) }
    #expect(throws: RecordDecodingError.tombstone) { try ManifestRecord(decoding: nil) }
    #expect(throws: RecordDecodingError.invalidUTF8(position: 1)) { try ManifestRecord(decoding: [0x22, 0xFF, 0x22]) }
    let newer = Array(Self.article.replacing("article/1", with: "article/2").utf8)
    let error = #expect(throws: RecordDecodingError.self) { try ArticleRecord(decoding: newer) }
    guard case .schema("article/2", "article/1", let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.pointer == "/schema" && fault.position == 27)
    for text in ["", "[]", "{", "nul", Self.unit + "x", Self.unit.dropLast() + ",}"] {
      #expect(throws: RecordDecodingError.self) { try UnitRecord(decoding: Array(text.utf8)) }
    }
  }

  @Test(arguments: [
    (#"{"schema":"unit/9"}"#, RecordKind.unit), (#"{"type":"article"}"#, .article),
    (#"{"type":"article","schema":"unit/1"}"#, .unit), (#"{"schema":5,"type":"unit"}"#, .unit), ("{}", nil),
    ("[]", nil),
    ("", nil), (#"{"schema":"unit"#, nil), (#"{"a":{"type":"unit"}}"#, nil), (#"{"type":"manifest"}"#, .manifest),
  ])
  func kinds(_ text: String, _ kind: RecordKind?) {
    #expect(RecordKind(of: Array(text.utf8)) == kind)
  }
}
