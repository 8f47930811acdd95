import ArticlePipeline

/// A record of an arena with bytes of its own.
struct OutputRecord {
  let stream: OutputStream
  let key: [UInt8]?
  let value: [UInt8]?
  let headers: [RecordHeader]
  let timestamp: Int64?
  let size: Int

  init(_ arena: RecordArena, _ record: RecordArena.Record) {
    stream = record.stream
    key = record.key.map { Array(arena.bytes[$0]) }
    value = record.value.map { Array(arena.bytes[$0]) }
    headers = arena.headers[record.headers].map { header in
      RecordHeader(
        name: String(decoding: arena.bytes[header.name], as: UTF8.self),
        value: header.value.map { Array(arena.bytes[$0]) })
    }
    timestamp = record.timestamp
    size = arena.size(of: record)
  }

  /// The text of the only header of a name; `nil` where there is none or more than one.
  func header(_ name: String) -> String? {
    let found = headers.filter { $0.name == name }
    return found.count == 1 ? found[0].value.map { String(decoding: $0, as: UTF8.self) } : nil
  }
}
