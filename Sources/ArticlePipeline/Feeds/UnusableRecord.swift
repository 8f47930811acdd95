/// Why a record can't become units.
package struct UnusableRecord: Error, Sendable, Equatable {
  package let reason: DeadLetterReason
  /// What exactly is wrong, for a person; the same for the same record and settings.
  package let detail: String

  package init(_ reason: DeadLetterReason, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }
}
