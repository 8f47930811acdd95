/// Whether a dead letter says why and where from.
struct DeadLetterCheck {
  let envelope: CheckedRecord.Envelope
  let value: [UInt8]?
  let position: RecordPosition

  private static let prefix = "nuqta-error-"
  private static let required = ["reason", "detail", "topic", "partition", "offset", "timestamp", "count"]

  func run(_ log: inout FindingLog) {
    let own = envelope.headers.filter { $0.name.hasPrefix(Self.prefix) }
    var values: [String: String] = [:]
    for header in own {
      let name = String(header.name.dropFirst(Self.prefix.count))
      guard Self.required.contains(name) || name == "truncated" else {
        refuse(name, "no header of this name", &log)
        continue
      }
      guard values[name] == nil else {
        refuse(name, "the header once", &log)
        continue
      }
      guard let value = header.value, UTF8Check.firstFault(value) == nil, !value.isEmpty else {
        values[name] = ""
        refuse(name, "a text that isn't empty", &log)
        continue
      }
      values[name] = String(decoding: value, as: UTF8.self)
    }
    for name in Self.required where values[name] == nil { refuse(name, "the header", &log) }
    if !envelope.headers.suffix(own.count).elementsEqual(own) {
      refuse("reason", "the reason's headers behind the record's own", &log)
    }
    check(values, &log)
    if (envelope.timestamp ?? 0) < 1 { log.add(.timestamp, position, "timestamp", "the time of writing") }
  }

  private func check(_ values: [String: String], _ log: inout FindingLog) {
    if let reason = filled(values["reason"]), DeadLetterReason(rawValue: reason) == nil {
      refuse("reason", "one of " + DeadLetterReason.allCases.map(\.rawValue).joined(separator: ", "), &log)
    }
    if let partition = filled(values["partition"]), number(partition).map({ $0 < 0 || $0 > Int64(Int32.max) }) ?? true {
      refuse("partition", "a partition's number", &log)
    }
    if let offset = filled(values["offset"]), number(offset).map({ $0 < 0 }) ?? true {
      refuse("offset", "an offset", &log)
    }
    if let timestamp = filled(values["timestamp"]), number(timestamp) == nil {
      refuse("timestamp", "milliseconds, in decimal", &log)
    }
    if let count = filled(values["count"]), number(count).map({ $0 < 1 }) ?? true {
      refuse("count", "a number from 1 up", &log)
    }
    if let truncated = filled(values["truncated"]) {
      if value != nil { refuse("truncated", "a null value, for which the header stands", &log) }
      if !Self.isStandIn(truncated) { refuse("truncated", "'size=' and a number, 'sha256=' and 64 digits", &log) }
    }
  }

  private static func isStandIn(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("size="), parts[1].hasPrefix("sha256=") else { return false }
    let size = Array(parts[0].dropFirst(5).utf8)
    let hash = Array(parts[1].dropFirst(7).utf8)
    return !size.isEmpty && size.allSatisfy(TextForm.isDigit) && TextForm.sha256.matches(hash)
  }

  /// A value that was there and not refused already.
  private func filled(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

  /// A number in plain decimal: no sign but a minus, no leading zero.
  private func number(_ text: String) -> Int64? {
    guard let number = Int64(text), String(number) == text else { return nil }
    return number
  }

  private func refuse(_ name: String, _ due: String, _ log: inout FindingLog) {
    log.add(.header, position, "header \(Self.prefix)\(name)", due)
  }
}
