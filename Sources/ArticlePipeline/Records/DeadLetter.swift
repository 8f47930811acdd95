internal import SentenceUnits

/// Writes a record that can't be used to the dead letters: value, key and headers untouched and in order, the reason behind them.
enum DeadLetter {
  private static let prefix = "nuqta-error-"

  /// Appends the dead letter of a record.
  ///
  /// A record that has been a dead letter before carries the newest reason and place only; its count goes up. A letter that would
  /// be larger than its topic takes, or was refused there, goes without the value; size and hash stand in for it, and the place says where it is.
  static func write(
    _ record: InputRecord, _ unusable: UnusableRecord, _ settings: ProcessorSettings, withoutValue: Bool = false,
    into arena: inout RecordArena
  ) {
    let mark = arena.mark
    write(record, unusable, into: &arena)
    guard let index = arena.records(since: mark).last, let value = record.value,
      withoutValue || arena.size(of: arena.records[index]) > settings.maxRecordBytes
    else { return }
    arena.truncate(to: mark)
    var shortened = record
    shortened.value = nil
    write(shortened, unusable, truncated: "size=\(value.count) sha256=\(hash(value))", into: &arena)
  }

  private static func hash(_ value: [UInt8]) -> String {
    guard var sha256 = try? SHA256(), let digest = try? sha256.digest(value) else { return "unknown" }
    return digest.description
  }

  private static func write(
    _ record: InputRecord, _ unusable: UnusableRecord, truncated: String? = nil, into arena: inout RecordArena
  ) {
    let key = record.key.map { bytes in arena.write { $0.append(contentsOf: bytes) } }
    let value = record.value.map { bytes in arena.write { $0.append(contentsOf: bytes) } }
    for header in record.headers where !header.name.hasPrefix(prefix) {
      add(header.name, header.value, to: &arena)
    }
    add("nuqta-error-reason", Array(unusable.reason.rawValue.utf8), to: &arena)
    add("nuqta-error-detail", Array(unusable.detail.utf8), to: &arena)
    add("nuqta-error-topic", Array(record.topic.utf8), to: &arena)
    add("nuqta-error-partition", Array(String(record.partition).utf8), to: &arena)
    add("nuqta-error-offset", Array(String(record.offset).utf8), to: &arena)
    add("nuqta-error-timestamp", Array(String(record.timestamp).utf8), to: &arena)
    add("nuqta-error-count", Array(String(count(record)).utf8), to: &arena)
    if let truncated { add("nuqta-error-truncated", Array(truncated.utf8), to: &arena) }
    arena.append(to: .deadLetters, key: key, value: value, timestamp: nil)
  }

  /// How many times the record has been a dead letter, this one included.
  private static func count(_ record: InputRecord) -> UInt32 {
    let last = record.headers.last { $0.name == "nuqta-error-count" }?.value
    guard let last, let number = UInt32(String(decoding: last, as: UTF8.self)), number < .max else { return 1 }
    return number + 1
  }

  private static func add(_ name: String, _ value: [UInt8]?, to arena: inout RecordArena) {
    let nameRange = arena.write { $0.append(contentsOf: name.utf8) }
    let valueRange = value.map { bytes in arena.write { $0.append(contentsOf: bytes) } }
    arena.addHeader(name: nameRange, value: valueRange)
  }
}
