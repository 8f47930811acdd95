/// A manifest where it was found, as one JSON object for programs.
package struct FoundManifest: Sendable {
  private let record: InputRecord
  private let articleRecord: InputRecord?

  /// Joins a manifest's record with its article record, if that was looked for.
  package init(_ record: InputRecord, articleRecord: InputRecord? = nil) {
    self.record = record
    self.articleRecord = articleRecord
  }

  /// `topic`, `partition`, `offset`, `timestamp`, `manifest` (the record's bytes as they are), and the article record likewise in
  /// `articleRecord`.
  package var json: [UInt8] {
    var bytes: [UInt8] = []
    _ = bytes.write { output in
      write(record, "manifest", to: &output)
      if let articleRecord, articleRecord.value != nil {
        JSONWriter.raw(",\"articleRecord\":", to: &output)
        write(articleRecord, "value", to: &output)
        JSONWriter.raw("}", to: &output)
      }
      JSONWriter.raw("}", to: &output)
    }
    return bytes
  }

  /// Appends an object that is still open.
  private func write(_ record: InputRecord, _ member: StaticString, to output: inout ByteOutput) {
    JSONWriter.raw("{\"topic\":", to: &output)
    JSONWriter.string(record.topic, to: &output)
    JSONWriter.raw(",\"partition\":", to: &output)
    JSONWriter.number(Int(record.partition), to: &output)
    JSONWriter.raw(",\"offset\":", to: &output)
    JSONWriter.number(Int(record.offset), to: &output)
    JSONWriter.raw(",\"timestamp\":", to: &output)
    JSONWriter.number(Int(record.timestamp), to: &output)
    JSONWriter.raw(",\"", to: &output)
    JSONWriter.raw(member, to: &output)
    JSONWriter.raw("\":", to: &output)
    output.append(contentsOf: record.value ?? Array("null".utf8))
  }
}
