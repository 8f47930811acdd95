internal import SentenceUnits

/// The headers of an article's records: what is the same for all of them stands in the arena once.
struct RecordHeaders {
  /// Whose record it is.
  enum RecordType: Int, CaseIterable {
    case unit, article, manifest

    /// The CloudEvents type.
    var name: StaticString {
      switch self {
      case .unit: "nuqta.unit.v1"
      case .article: "nuqta.article.v1"
      case .manifest: "nuqta.manifest.v1"
      }
    }

    /// The schema's name, a URI; units go without, they are many.
    var dataSchema: StaticString? {
      switch self {
      case .unit: nil
      case .article: "urn:nuqta:schema:article:1"
      case .manifest: "urn:nuqta:schema:manifest:1"
      }
    }
  }

  /// The headers of each record type but `ce_id`, which stands between the first and the second.
  private var headers: [[RecordArena.Header]] = []
  private let idName: Range<Int>
  /// A full stop and the hash of the article's content, the end of each `ce_id`.
  private let idEnd: [UInt8]

  /// Writes what the headers share into the arena.
  init(_ record: InputRecord, uri: String, rules: String, contentHash: [UInt8], into arena: inout RecordArena) {
    idName = Self.name("ce_id", &arena)
    idEnd = [UInt8(ascii: ".")] + contentHash
    let first = Self.header("ce_specversion", &arena) { JSONWriter.raw("1.0", to: &$0) }
    let source = Self.header("ce_source", &arena) { Self.writeSource(ofTopic: record.topic, to: &$0) }
    let typeName = Self.name("ce_type", &arena)
    var common = [
      Self.header("content-type", &arena) { JSONWriter.raw("application/json", to: &$0) },
      Self.header("nuqta-rules", &arena) { $0.append(contentsOf: rules.utf8) },
    ]
    for name: StaticString in ["traceparent", "tracestate"] {
      let header = record.headers.last { $0.name == name.description }
      // Longer than any trace: copied to each of an article's records it would cost more than they do.
      if let value = header?.value, value.count <= Self.traceLimit {
        common.append(Self.header(name, &arena) { $0.append(contentsOf: value) })
      }
    }
    var closing = [Self.header("ce_subject", &arena) { $0.append(contentsOf: uri.utf8) }]
    let timestamp = RecordTime.output(record.timestamp)
    if RecordTime.canWrite(timestamp) {
      closing.append(Self.header("ce_time", &arena) { RecordTime.write(timestamp, to: &$0) })
    }
    let schemaName = Self.name("ce_dataschema", &arena)
    for type in RecordType.allCases {
      var all = [first, source, RecordArena.Header(name: typeName, value: Self.name(type.name, &arena))]
      all.reserveCapacity(12)
      all += common
      if let schema = type.dataSchema {
        all += closing
        all.append(RecordArena.Header(name: schemaName, value: Self.name(schema, &arena)))
      }
      headers.append(all)
    }
  }

  /// Adds the headers of the record that is appended next, and gives the bytes of its `ce_id`.
  ///
  /// `ce_id` is the thing's id, a full stop and the hash of the article's content; a manifest's begins with `m` where its article
  /// record's begins with `a`, since source and id together name an event.
  func add(_ type: RecordType, id: Digest128, to arena: inout RecordArena) -> Range<Int> {
    let value = arena.write { output in
      switch type {
      case .unit: output.append(UInt8(ascii: "u"))
      case .article: output.append(UInt8(ascii: "a"))
      case .manifest: output.append(UInt8(ascii: "m"))
      }
      output.append(id)
      output.append(contentsOf: idEnd)
    }
    arena.addHeaders(headers[type.rawValue], second: RecordArena.Header(name: idName, value: value))
    return value
  }

  /// The most that is copied of each of the input's headers for tracing, in bytes; W3C's Trace Context asks for 512.
  private static let traceLimit = 1024

  /// The CloudEvents source: `nuqta/` and the input topic, percent-encoded where its name needs it.
  ///
  /// Partition and offset are no
  /// part of it, so that it stays when an article is sent again.
  static func writeSource(ofTopic topic: String, to output: inout ByteOutput) {
    JSONWriter.raw("nuqta/", to: &output)
    for byte in topic.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "~"):
        output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        JSONWriter.hexadecimal(byte, to: &output)
      }
    }
  }

  private static func name(_ name: StaticString, _ arena: inout RecordArena) -> Range<Int> {
    arena.write { JSONWriter.raw(name, to: &$0) }
  }

  private static func header(
    _ name: StaticString, _ arena: inout RecordArena, _ value: (inout ByteOutput) -> Void
  ) -> RecordArena.Header {
    RecordArena.Header(name: Self.name(name, &arena), value: arena.write(value))
  }
}
