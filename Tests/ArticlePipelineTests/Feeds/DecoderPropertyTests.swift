import TestSupport
import Testing

@testable import ArticlePipeline

/// Documents of every dialect, mutated byte by byte: nothing traps, and what is decoded is what another parser reads there.
@Suite struct DecoderPropertyTests {
  static let seeds =
    (DialectTests.plain + DialectTests.ninjs1 + DialectTests.ninjs2 + DialectTests.agencies + DialectTests.web
    + DialectTests.mixed).map(\.value) + [
      #"{"specversion":"1.0","id":"e","subject":"s","datacontenttype":"text/plain","data":"Text."}"#,
      #"{"specversion":"1.0","data":{"uri":"u","translations":[{"language":"de","body":"B."}]}}"#,
      #" [ {"uri":"u" , "body" : "a\u00e9\ud83d\ude00\/\\\"\b\f\n\r\t" , "n":[-0.5e+10,0,1E5,true,false,null,[],{}] } ] "#,
    ]

  static let pieces = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "1e5", "-", "\\u0000", "\\ud83d", "\\ude00", "\u{0}",
    "\u{1F}", " ",
    "\u{FEFF}", "é", "😀", "\"body\":", "\"uri\":", "\"value\":\"x\",", "\"headlines\":[", "\"data\":{",
    "\"translations\":[{",
  ].map { Array($0.utf8) }

  static func mutated(_ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array(seeds.randomElement(using: &random)?.utf8 ?? "".utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes[place] ^= 0x20
      default:
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: 0..<20) func mutations(part: Int) {
    let seed = UInt64(31_000 + part)
    var random = SeededRandom(seed: seed)
    for round in 0..<1_500 {
      let bytes = Self.mutated(&random)
      Self.check(bytes, "seed \(seed) round \(round)")
    }
  }

  /// Every cut of every document: a truncated text is refused or, where the cut took white space only, whole.
  @Test func truncations() {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for end in 0..<bytes.count {
        guard
          case .success = decode(input(bytes: Array(bytes[..<end]), headers: [("content-type", "application/json")]))
        else {
          continue
        }
        if !bytes[end...].allSatisfy({ $0 == 0x20 }) { Issue.record("cut at \(end) of \(seed) is taken") }
      }
    }
  }

  static func check(_ bytes: [UInt8], _ comment: String) {
    let result = decode(input(bytes: bytes, headers: [("content-type", "application/json")]))
    let whole = String(decoding: bytes, as: UTF8.self).debugDescription
    switch result {
    case .failure(let unusable):
      if unusable.detail.isEmpty { Issue.record("\(comment): no detail") }
      // What we call no JSON, Foundation may take (it is laxer with surrogates and duplicates), but never the other way round.
      if unusable.reason == .internal || unusable.reason == .crashed { Issue.record("\(comment): \(unusable)") }
    case .success(let message):
      guard let lookup = JSONValueLookup(bytes) else {
        Issue.record("\(comment): Foundation doesn't take \(whole)")
        return
      }
      for field in message.texts where !field.pointer.contains("data_base64") {
        // Foundation drops a byte order mark at a string's start.
        let text = String(decoding: field.bytes, as: UTF8.self).unicodeScalars.drop { $0 == "\u{FEFF}" }
        let other = lookup.string(at: field.pointer)?.unicodeScalars.drop { $0 == "\u{FEFF}" }
        if other.map({ !$0.elementsEqual(text) }) ?? true {
          Issue.record("\(comment): \(field.pointer) of \(whole)")
        }
        if field.bytes.isEmpty { Issue.record("\(comment): an empty text in \(whole)") }
      }
    }
  }
}
