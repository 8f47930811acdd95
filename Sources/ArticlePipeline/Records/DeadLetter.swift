internal import SentenceUnits

/// Writes a record that can't be used to the dead letters: value, key and headers untouched and in order, the reason behind them.
enum DeadLetter {
  private static let prefix = "nuqta-error-"
  /// The most bytes of a detail: a pointer in it may hold names from the message, of any length.
  static let longestDetail = 1_000

  /// What a letter leaves out where it would be larger than its topic takes; each case leaves out those before it too.
  private enum Omission: CaseIterable {
    case nothing, value, headers, key
  }

  /// Appends the dead letter of a record.
  ///
  /// A record that has been a dead letter before carries the newest reason and place only; its count goes up. A letter that would
  /// be larger than its topic takes, or was refused there, goes without the value; if that isn't enough, without the record's headers and
  /// then without its key. Size and hash stand in for them, and the place says where they are.
  static func write(
    _ record: InputRecord, _ unusable: UnusableRecord, _ settings: ProcessorSettings, withoutValue: Bool = false,
    into arena: inout RecordArena
  ) {
    let mark = arena.mark
    for omission in Omission.allCases where omission != .nothing || !withoutValue {
      arena.truncate(to: mark)
      write(record, unusable, without: omission, into: &arena)
      let fits = arena.records(since: mark).allSatisfy {
        arena.size(of: arena.records[$0]) <= settings.maxRecordBytes
      }
      if fits { return }
    }
  }

  private static func write(
    _ record: InputRecord, _ unusable: UnusableRecord, without omission: Omission, into arena: inout RecordArena
  ) {
    var record = record
    var stand: [String] = []
    if omission != .nothing, let value = record.value {
      stand.append("size=\(value.count) sha256=\(hash(value))")
      record.value = nil
    }
    if omission == .headers || omission == .key {
      let own = record.headers.count { $0.name.hasPrefix(prefix) }
      if record.headers.count > own { stand.append("headers=\(record.headers.count - own)") }
    }
    if omission == .key, let key = record.key {
      stand.append("key-size=\(key.count) key-sha256=\(hash(key))")
      record.key = nil
    }
    let key = record.key.map { bytes in arena.write { $0.append(contentsOf: bytes) } }
    let value = record.value.map { bytes in arena.write { $0.append(contentsOf: bytes) } }
    if omission == .nothing || omission == .value {
      for header in record.headers where !header.name.hasPrefix(prefix) {
        add(header.name, header.value, to: &arena)
      }
    }
    add("nuqta-error-reason", Array(unusable.reason.rawValue.utf8), to: &arena)
    add("nuqta-error-detail", clipped(unusable.detail), to: &arena)
    add("nuqta-error-topic", Array(record.topic.utf8), to: &arena)
    add("nuqta-error-partition", Array(String(record.partition).utf8), to: &arena)
    add("nuqta-error-offset", Array(String(record.offset).utf8), to: &arena)
    add("nuqta-error-timestamp", Array(String(record.timestamp).utf8), to: &arena)
    add("nuqta-error-count", Array(String(count(record)).utf8), to: &arena)
    if !stand.isEmpty { add("nuqta-error-truncated", Array(stand.joined(separator: " ").utf8), to: &arena) }
    arena.append(to: .deadLetters, key: key, value: value, timestamp: nil)
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    guard var sha256 = try? SHA256(), let digest = try? sha256.digest(bytes) else { return "unknown" }
    return digest.description
  }

  /// A detail's first bytes, up to a scalar's end, and an ellipsis where any are left out.
  private static func clipped(_ detail: String) -> [UInt8] {
    let bytes = Array(detail.utf8)
    guard bytes.count > longestDetail else { return bytes }
    var end = longestDetail
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<end] + Array("…".utf8)
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
