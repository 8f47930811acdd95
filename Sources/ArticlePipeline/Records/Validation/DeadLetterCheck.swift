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
    if let truncated = filled(values["truncated"]) { check(truncated: truncated, &log) }
  }

  /// What stands in for the parts that were left out: first the value, then the headers, then the key.
  private func check(truncated: String, _ log: inout FindingLog) {
    let names = ["size", "sha256", "headers", "key-size", "key-sha256"]
    var last = -1
    for part in truncated.split(separator: " ", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let place = names.firstIndex(of: String(halves[0])), place > last else {
        return refuse("truncated", "parts of \(names.joined(separator: "=…, "))=…, in this order", &log)
      }
      last = place
      let text = Array(halves[1].utf8)
      let isRight =
        halves[0].hasSuffix("sha256")
        ? TextForm.sha256.matches(text) || text.elementsEqual("unknown".utf8)
        : !text.isEmpty && text.allSatisfy(TextForm.isDigit)
      if !isRight { return refuse("truncated", "a number, or 64 digits, for \(halves[0])", &log) }
    }
    if truncated.hasPrefix("size="), value != nil {
      refuse("truncated", "a null value, for which the header stands", &log)
    }
    if truncated.contains("key-size="), envelope.key != nil {
      refuse("truncated", "a null key, for which the header stands", &log)
    }
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
