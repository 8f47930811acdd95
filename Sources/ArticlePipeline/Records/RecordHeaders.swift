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

  private struct Field {
    let name: Range<Int>
    let value: Range<Int>
  }

  private let specVersion: Field
  private let idName: Range<Int>
  private let source: Field
  private let typeName: Range<Int>
  private var types: [Range<Int>] = []
  private var shared: [Field] = []
  private var closing: [Field] = []
  private let schemaName: Range<Int>
  private var schemas: [Range<Int>?] = []
  private let contentHash: [UInt8]

  /// Writes what the headers share into the arena.
  init(_ record: InputRecord, uri: String, rules: String, contentHash: [UInt8], into arena: inout RecordArena) {
    self.contentHash = contentHash
    specVersion = Self.field("ce_specversion", Array("1.0".utf8), &arena)
    idName = Self.name("ce_id", &arena)
    source = Self.field("ce_source", Self.source(ofTopic: record.topic), &arena)
    typeName = Self.name("ce_type", &arena)
    schemaName = Self.name("ce_dataschema", &arena)
    for type in RecordType.allCases {
      types.append(Self.name(type.name, &arena))
      schemas.append(type.dataSchema.map { Self.name($0, &arena) })
    }
    shared.append(Self.field("content-type", Array("application/json".utf8), &arena))
    shared.append(Self.field("nuqta-rules", Array(rules.utf8), &arena))
    for name: StaticString in ["traceparent", "tracestate"] {
      let header = record.headers.last { $0.name == name.description }
      if let value = header?.value { shared.append(Self.field(name, value, &arena)) }
    }
    closing.append(Self.field("ce_subject", Array(uri.utf8), &arena))
    var time: [UInt8] = []
    if RecordTime.write(RecordTime.output(record.timestamp), to: &time) {
      closing.append(Self.field("ce_time", time, &arena))
    }
  }

  /// Adds the headers of the record that is appended next.
  ///
  /// `ce_id` is the thing's id, a full stop and the hash of the article's content; a manifest's begins with `m` where its article
  /// record's begins with `a`, since source and id together name an event.
  func add(_ type: RecordType, id: Digest128, to arena: inout RecordArena) {
    let value = arena.write { output in
      switch type {
      case .unit: output.append(UInt8(ascii: "u"))
      case .article: output.append(UInt8(ascii: "a"))
      case .manifest: output.append(UInt8(ascii: "m"))
      }
      id.write(into: &output)
      output.append(UInt8(ascii: "."))
      output.append(contentsOf: contentHash)
    }
    arena.addHeader(name: specVersion.name, value: specVersion.value)
    arena.addHeader(name: idName, value: value)
    arena.addHeader(name: source.name, value: source.value)
    arena.addHeader(name: typeName, value: types[type.rawValue])
    for field in shared { arena.addHeader(name: field.name, value: field.value) }
    guard type != .unit else { return }
    for field in closing { arena.addHeader(name: field.name, value: field.value) }
    if let schema = schemas[type.rawValue] { arena.addHeader(name: schemaName, value: schema) }
  }

  /// The CloudEvents source: `nuqta/` and the input topic, percent-encoded where its name needs it.
  ///
  /// Partition and offset are no
  /// part of it, so that it stays when an article is sent again.
  static func source(ofTopic topic: String) -> [UInt8] {
    var output = Array("nuqta/".utf8)
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
    return output
  }

  private static func name(_ name: StaticString, _ arena: inout RecordArena) -> Range<Int> {
    arena.write { JSONWriter.raw(name, to: &$0) }
  }

  private static func field(_ name: StaticString, _ value: [UInt8], _ arena: inout RecordArena) -> Field {
    Field(name: Self.name(name, &arena), value: arena.write { $0.append(contentsOf: value) })
  }
}
