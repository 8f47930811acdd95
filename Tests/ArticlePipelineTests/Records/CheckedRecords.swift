import Foundation

@testable import ArticlePipeline

/// Records of articles as they stand on topics, and what the checker says of them.
enum CheckedRecords {
  /// A record on a topic, its value as an object that a test can change.
  struct Topical {
    var stream: ArticlePipeline.OutputStream
    var partition: Int32 = 0
    var key: [UInt8]?
    var headers: [RecordHeader]
    var timestamp: Int64?
    var value: [UInt8]?

    var object: [String: Any] {
      get {
        let found = value.flatMap { try? JSONSerialization.jsonObject(with: Data($0)) }
        return found as? [String: Any] ?? [:]
      }
      set { value = (try? JSONSerialization.data(withJSONObject: newValue, options: [.sortedKeys])).map { Array($0) } }
    }

    mutating func set(header name: String, _ value: String?) {
      headers.removeAll { $0.name == name }
      if let value { headers.append(RecordHeader(name: name, value: Array(value.utf8))) }
    }
  }

  /// What the pipeline writes of some input.
  static func records(of inputs: [InputRecord], settings: ProcessorSettings = ProcessorSettings()) -> [Topical] {
    var arena = RecordArena()
    for input in inputs { _ = ArticleProcessor(settings: settings).process(input, into: &arena) }
    return arena.records.map { record in
      Topical(
        stream: record.stream, key: record.key.map { Array(arena.bytes[$0]) },
        headers: arena.headers[record.headers].map {
          RecordHeader(name: arena.text($0.name) ?? "", value: $0.value.map { Array(arena.bytes[$0]) })
        }, timestamp: record.timestamp ?? 1_767_225_600_000, value: record.value.map { Array(arena.bytes[$0]) })
    }
  }

  /// Checks records; as lines of a file where `asLines`, else as records of topics.
  static func findings(
    _ records: [Topical], asLines: Bool = false, _ scope: RecordChecker.Scope? = nil
  ) throws -> [Finding] {
    var usual = RecordChecker.Scope()
    usual.isTopic = !asLines
    usual.expectsManifests = !asLines && records.contains { $0.stream == .manifests }
    var checker = try RecordChecker(scope ?? usual)
    for (number, record) in records.enumerated() where !asLines || record.value != nil {
      try checker.check(
        CheckedRecord(
          stream: asLines ? nil : record.stream,
          position: asLines
            ? .line(number + 1, file: "f")
            : .record(topic: "\(record.stream)", partition: record.partition, offset: Int64(number)),
          value: record.value,
          envelope: asLines
            ? nil : CheckedRecord.Envelope(key: record.key, headers: record.headers, timestamp: record.timestamp)))
    }
    checker.finish()
    return checker.log.take()
  }
}
