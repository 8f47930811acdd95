import ArticlePipeline
import SentenceUnits

/// Strings as an article: written by another writer, they are read as they were, and our records of them read back equal.
enum EncoderCheck {
  static func check(_ bytes: [UInt8]) throws {
    let strings = Strings(bytes)
    let record = strings.record
    let message: FeedMessage
    do {
      message = try FeedDecoder(settings: ProcessorSettings()).decode(record)
    } catch {
      throw Breach("not read: \(error)")
    }
    try Breach.unless(
      message.uri.utf8.elementsEqual(strings.uri.utf8), "the uri is read as \(message.uri.debugDescription)")
    try Breach.unless(
      message.version?.utf8.elementsEqual(strings.version.utf8) == true,
      "the version is read as \(message.version ?? "nothing")")
    let expected = [("/headline", strings.headline), ("/body", strings.body), ("/captions/0", strings.caption)]
    // Of a list, blank elements are no fields.
    let texts = expected.filter { pointer, text in
      pointer.hasPrefix("/captions/") ? !Array(text.utf8).isBlankText : !text.utf8.isEmpty
    }
    try Breach.unless(message.texts.map(\.pointer) == texts.map(\.0), "read fields: \(message.texts.map(\.pointer))")
    for (found, text) in zip(message.texts, texts) {
      try Breach.unless(found.bytes.elementsEqual(text.1.utf8), "\(found.pointer) is read as other text")
    }
    try RecordContract(record).check()
    try checkDamaged(record, bytes)
  }

  /// What isn't one of our records, and what nearly is, is refused or read, and harms nothing.
  private static func checkDamaged(_ record: InputRecord, _ bytes: [UInt8]) throws {
    var arena = RecordArena()
    _ = ArticleProcessor().process(record, into: &arena)
    var values = arena.records.suffix(3).compactMap { $0.value.map { Array(arena.bytes[$0]) } }
    for index in values.indices where !values[index].isEmpty {
      for (number, byte) in bytes.suffix(6).enumerated() {
        let place = (Int(byte) &* 131 &+ number &* 17) % values[index].count
        values[index][place] = bytes[number % bytes.count]
      }
    }
    for value in values + [bytes] {
      _ = try? UnitRecord(decoding: value)
      _ = try? ArticleRecord(decoding: value)
      _ = try? ManifestRecord(decoding: value)
    }
  }
}

/// The strings that some bytes choose: the first five their lengths and how they are escaped; what isn't UTF-8 is mended.
private struct Strings {
  let uri: String
  let version: String
  let headline: String
  let body: String
  let caption: String
  private let style: ReferenceJSON.Style
  private let isSpaced: Bool

  init(_ bytes: [UInt8]) {
    var rest = bytes.dropFirst(5)
    func choice(_ index: Int) -> Int { index < bytes.count ? Int(bytes[index]) : 0 }
    func piece(_ length: Int) -> String {
      let piece = String(decoding: rest.prefix(length), as: UTF8.self)
      rest = rest.dropFirst(length)
      return piece
    }
    style = ReferenceJSON.Style.allCases[choice(0) % ReferenceJSON.Style.allCases.count]
    isSpaced = choice(0) & 0x80 != 0
    uri = "urn:x:" + piece(choice(1) % 32)
    version = "v" + piece(choice(2) % 8)
    headline = piece(choice(3) % 64)
    caption = piece(choice(4) % 64)
    body = piece(rest.count)
  }

  var record: InputRecord {
    func literal(_ text: String) -> [UInt8] { ReferenceJSON.literal(text, style) }
    let gap = isSpaced ? Array(" \r\n\t".utf8) : []
    let members: [(String, [UInt8])] = [
      ("x-" + version, literal(uri)), ("uri", literal(uri)), ("version", literal(version)),
      ("captions", Array("[".utf8) + gap + literal(caption) + gap + Array("]".utf8)),
      ("body", literal(body)), ("headline", literal(headline)),
    ]
    var value = gap + Array("{".utf8)
    for (index, member) in members.enumerated() {
      if index > 0 { value += gap + Array(",".utf8) }
      value += gap + literal(member.0) + gap + Array(":".utf8) + gap + member.1
    }
    value += gap + Array("}".utf8) + gap
    return InputRecord(
      topic: "articles", partition: 0, offset: 1, timestamp: 2, key: nil, value: value,
      headers: [RecordHeader(name: "content-type", value: Array("application/json".utf8))])
  }
}
