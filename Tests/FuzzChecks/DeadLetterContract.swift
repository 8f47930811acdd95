import ArticlePipeline

/// What a dead letter must be: the record untouched, and behind its headers why it is one.
struct DeadLetterContract {
  private let record: InputRecord
  private let settings: ProcessorSettings

  init(_ record: InputRecord, _ settings: ProcessorSettings) {
    self.record = record
    self.settings = settings
  }

  private static let added = ["reason", "detail", "topic", "partition", "offset", "timestamp", "count"].map {
    "nuqta-error-\($0)"
  }

  /// How much a detail may add to a letter, in bytes: it names places, it doesn't repeat the value.
  private static let longestDetail = 2048

  func check(_ output: [OutputRecord], _ reason: DeadLetterReason) throws {
    try Breach.unless(
      reason != .internal && reason != .crashed, "a defect: \(output.first?.header("nuqta-error-detail") ?? "")")
    try Breach.unless(output.count == 1 && output[0].stream == .deadLetters, "\(output.count) records for one letter")
    let letter = output[0]
    try Breach.unless(letter.key == record.key, "the letter's key is another")
    let own = record.headers.filter { !$0.name.hasPrefix("nuqta-error-") }
    let isTruncated = letter.header("nuqta-error-truncated") != nil
    if isTruncated {
      try Breach.unless(letter.value == nil && record.value != nil, "truncated, and a value still")
    } else {
      try Breach.unless(letter.value == record.value, "the letter's value is another")
    }
    try Breach.unless(Array(letter.headers.prefix(own.count)) == own, "the record's own headers are others")
    let names = Self.added + (isTruncated ? ["nuqta-error-truncated"] : [])
    try Breach.unless(
      letter.headers.dropFirst(own.count).map(\.name) == names, "headers behind its own: \(letter.headers.map(\.name))")
    try Breach.unless(letter.header("nuqta-error-reason") == reason.rawValue, "the reason is another")
    let detail = letter.headers[own.count + 1].value ?? []
    try Breach.unless(
      !detail.isEmpty && detail.count <= Self.longestDetail && String(validating: detail, as: UTF8.self) != nil,
      "a detail of \(detail.count) bytes")
    try Breach.unless(letter.header("nuqta-error-offset") == String(record.offset), "the offset is another")
    try Breach.unless(letter.timestamp == nil, "a letter's time is that of its writing")
  }
}
