import SentenceUnits

@testable import ArticlePipeline

/// A record of the topic `articles` with sensible defaults.
func input(
  _ value: String?, key: String? = "urn:x:1", headers: [(String, String)] = [], timestamp: Int64 = 1_767_225_600_000
) -> InputRecord {
  input(bytes: value.map { Array($0.utf8) }, key: key.map { Array($0.utf8) }, headers: headers, timestamp: timestamp)
}

func input(
  bytes: [UInt8]?, key: [UInt8]? = Array("urn:x:1".utf8), headers: [(String, String)] = [],
  timestamp: Int64 = 1_767_225_600_000
) -> InputRecord {
  InputRecord(
    topic: "articles", partition: 3, offset: 41, timestamp: timestamp, key: key, value: bytes,
    headers: headers.map { RecordHeader(name: $0.0, value: Array($0.1.utf8)) })
}

func decode(_ record: InputRecord, settings: ProcessorSettings = ProcessorSettings()) -> Result<
  FeedMessage, UnusableRecord
> {
  do throws(UnusableRecord) {
    return .success(try FeedDecoder(settings: settings).decode(record))
  } catch {
    return .failure(error)
  }
}

/// The blocks of a plain text, as kind and text.
func blocks(_ text: String, language: String? = nil, headline: String? = nil) -> [(kind: BlockKind, text: String)] {
  var texts = [FeedText(pointer: "", role: .body, bytes: Array(text.utf8))]
  if let headline { texts.append(FeedText(pointer: "/headline", role: .headline, bytes: Array(headline.utf8))) }
  let message = FeedMessage(uri: "u", language: language, contentType: "text/plain", texts: texts)
  let field = BlockBuilder(settings: ProcessorSettings()).article(message).fields[0]
  return field.blocks.map { ($0.kind, String(decoding: field.bytes[$0.range], as: UTF8.self)) }
}

extension RecordArena {
  /// A part of the arena as text.
  func text(_ range: Range<Int>?) -> String? { range.map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// A record's headers as text, in order.
  func headers(of record: Record) -> [(name: String, value: String?)] {
    headers[record.headers].map { (text($0.name) ?? "", text($0.value)) }
  }

  /// The value of a record's header.
  func header(_ name: String, of record: Record) -> String? {
    headers(of: record).last { $0.name == name }?.value
  }
}
