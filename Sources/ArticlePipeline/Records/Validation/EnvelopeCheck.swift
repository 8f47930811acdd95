internal import SentenceUnits

/// What stands around a record on a topic: key, headers, timestamp.
struct EnvelopeCheck {
  let envelope: CheckedRecord.Envelope
  let position: RecordPosition

  /// Checks the key, the headers and the timestamp of one of our records.
  ///
  /// - Parameters:
  ///   - type: Whose record it is.
  ///   - id: The record's own id, as its key is; `nil` for a manifest, whose key is the uri.
  ///   - article: The article's id, which a manifest's event is named by.
  ///   - rules: The rules that the value names; `nil` for a null value.
  func run(
    _ type: RecordHeaders.RecordType, id: String?, article: ArticleID, uri: String, rules: String?,
    _ log: inout FindingLog
  ) {
    let key = id ?? uri
    if envelope.key.map({ $0.elementsEqual(key.utf8) }) != true {
      log.add(.key, position, "key", "'\(key)'")
    }
    if (envelope.timestamp ?? 0) < 1 {
      log.add(.timestamp, position, "timestamp", "the input's, from 1 up")
    }
    expect("ce_specversion", "1.0", &log)
    expect("ce_type", type.name.description, &log)
    expect("content-type", "application/json", &log)
    if let rules { expect("nuqta-rules", rules, &log) } else { _ = value(of: "nuqta-rules", &log) }
    if let source = value(of: "ce_source", &log), !source.starts(with: "nuqta/".utf8) || source.count == 6 {
      log.add(.header, position, "header ce_source", "'nuqta/' and the input topic")
    }
    checkEvent(id: id ?? "m" + article.digest.base32, &log)
    guard type != .unit else { return }
    expect("ce_subject", uri, &log)
    if let schema = type.dataSchema { expect("ce_dataschema", schema.description, &log) }
    var time: [UInt8] = []
    if let timestamp = envelope.timestamp, RecordTime.canWrite(timestamp) {
      _ = time.write { RecordTime.write(timestamp, to: &$0) }
      expect("ce_time", String(decoding: time, as: UTF8.self), &log)
    }
  }

  /// The hash of the article's content, which is part of each of its records' `ce_id`.
  var contentHash: [UInt8]? {
    guard let event = envelope.headers.last(where: { $0.name == "ce_id" })?.value, event.count > 17 else { return nil }
    return Array(event.suffix(16))
  }

  private func checkEvent(id: String, _ log: inout FindingLog) {
    guard let event = value(of: "ce_id", &log) else { return }
    let hash = event.dropFirst(id.utf8.count + 1)
    let isRight =
      event.starts(with: "\(id).".utf8) && hash.count == 16
      && hash.allSatisfy { TextForm.isDigit($0) || (0x61...0x66).contains($0) }
    if !isRight { log.add(.header, position, "header ce_id", "'\(id).' and 16 hexadecimal digits") }
  }

  private func expect(_ name: String, _ due: String, _ log: inout FindingLog) {
    guard let value = value(of: name, &log), !value.elementsEqual(due.utf8) else { return }
    log.add(.header, position, "header \(name)", "'\(due)'")
  }

  /// A header's value; a header that isn't there once and once only is a finding.
  private func value(of name: String, _ log: inout FindingLog) -> [UInt8]? {
    let found = envelope.headers.filter { $0.name == name }
    guard found.count == 1, let value = found[0].value else {
      log.add(.header, position, "header \(name)", "the header once, not \(found.count) times, with a value")
      return nil
    }
    return value
  }
}
