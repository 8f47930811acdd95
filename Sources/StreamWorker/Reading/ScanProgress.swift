/// How far a scan is.
package struct ScanProgress: Sendable, Equatable {
  /// Offsets passed, control records and what compaction took included.
  package var passed: Int64 = 0
  /// Offsets there were when the scan began.
  package var total: Int64 = 0

  package init() {}

  /// The part that is done, from 0 to 1.
  package var fraction: Double { total > 0 ? min(1, Double(passed) / Double(total)) : 1 }
}
