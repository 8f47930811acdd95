package import ArticlePipeline
import Foundation
import SentenceUnits

/// Bytes as a record of the input topic, and what must hold of its outcome.
package enum DecoderCheck {
  private static let contentTypes: [String?] = [
    nil, "application/json", "text/plain", "application/json; charset=utf-8", "text/plain; charset=windows-1256",
    "text/plain;charset=\"Shift_JIS\"", "text/plain; charset=utf-16", "application/cloudevents+json",
    "application/ld+json", "application/feed+json", "text/html", "TEXT/PLAIN ; x=y", "", "text/plain; charset=junk",
    "application/vnd.iptc.ninjs+json", "image/png",
  ]

  private static let keys: [[UInt8]?] = [
    Array("urn:example:1".utf8), nil, [], Array(" \u{A0}\n".utf8), [0xFF, 0x61], Array("خبر/١".utf8), [0],
    Array("7".utf8),
  ]

  private static let languages = [
    "ar", "en_US", "", "Hebrew", "iw", "zh-Hant-TW", "x", "\u{FFFD}", "kr", "de-DE-formal",
  ]

  /// Holds the contract against the record that some bytes choose.
  static func check(_ bytes: [UInt8]) throws {
    let (record, settings) = record(of: bytes)
    let outcome = try RecordContract(record, settings).check()
    try checkStrictness(record, outcome)
  }

  /// The record that some bytes choose: the first four its surroundings, the others its value.
  package static func record(of bytes: [UInt8]) -> (InputRecord, ProcessorSettings) {
    func choice(_ index: Int) -> Int { index < bytes.count ? Int(bytes[index]) : 0 }
    var headers: [RecordHeader] = []
    func add(_ name: String, _ value: String?) {
      headers.append(RecordHeader(name: name, value: value.map { Array($0.utf8) }))
    }
    let surroundings = choice(1) >> 3
    if surroundings & 1 != 0 {
      for (name, value) in [
        ("specversion", "1.0"), ("id", "e-1"), ("source", "/s"), ("type", "t"), ("subject", "urn:s"),
      ] {
        add("ce_\(name)", value)
      }
    }
    if let type = contentTypes[choice(0) & 0xF] { add("Content-Type", type) }
    if surroundings & 2 != 0 { add("content-language", languages[choice(0) >> 4 % 10 % languages.count]) }
    if surroundings & 4 != 0 { add("traceparent", "00-a-b-01") }
    if surroundings & 8 != 0 {
      add("nuqta-error-count", "4294967295")
      add("nuqta-error-reason", nil)
    }
    if surroundings & 16 != 0 {
      headers += [RecordHeader(name: "", value: nil), RecordHeader(name: "x", value: [0xFF, 0])]
    }
    var settings = ProcessorSettings()
    settings.contextText = choice(2) & 3
    if choice(2) & 4 != 0 { settings.maxUnits = 3 }
    if choice(2) & 8 != 0 { settings.maxArticleBytes = 64 }
    if choice(2) & 16 != 0 { settings.maxRecordBytes = 1200 }
    if choice(2) & 32 != 0 { settings.defaultLanguage = "fa" }
    let times: [Int64] = [1_767_225_600_000, 0, -1, .max, .min]
    let record = InputRecord(
      topic: "articles", partition: 3, offset: 41, timestamp: times[choice(3) >> 1 % times.count],
      key: keys[choice(1) & 7], value: choice(3) & 1 == 0 ? Array(bytes.dropFirst(4)) : nil, headers: headers)
    return (record, settings)
  }

  /// What passed for JSON is JSON for Foundation too: our reader is never the more lenient.
  private static func checkStrictness(_ record: InputRecord, _ outcome: ArticleOutcome) throws {
    guard let value = record.value, value.first == UInt8(ascii: "{"), !value.contains(0), record.headers.isEmpty,
      !holdsUncommonNumber(value)
    else { return }
    if case .deadLetter(let reason) = outcome, reason != .invalidField { return }
    do {
      _ = try JSONSerialization.jsonObject(with: Data(value))
    } catch {
      throw Breach("taken for JSON, and Foundation says: \(error)")
    }
  }

  /// Whether a number may stand there that Foundation's types can't hold, so that it refuses what is JSON.
  private static func holdsUncommonNumber(_ value: [UInt8]) -> Bool {
    var digits = 0
    for byte in value {
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits > 15 { return true }
      } else {
        if digits > 0, byte | 0x20 == UInt8(ascii: "e") { return true }
        digits = 0
      }
    }
    return false
  }
}
