/// Why a record can't become units.
package struct UnusableRecord: Error, Sendable, Equatable {
  package let reason: DeadLetterReason
  /// What exactly is wrong, for a person; the same for the same record and settings.
  package let detail: String

  /// How much is told, in bytes: a pointer or a header's value can be as long as the record.
  private static let longestDetail = 500

  package init(_ reason: DeadLetterReason, _ detail: String) {
    self.reason = reason
    self.detail = Self.shortened(detail)
  }

  /// The text up to its limit, whole scalars only.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestDetail else { return text }
    var kept = Array(text.utf8.prefix(longestDetail + 1))
    while let last = kept.popLast(), last & 0xC0 == 0x80 {}
    return String(decoding: kept, as: UTF8.self) + "…"
  }
}
