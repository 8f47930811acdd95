/// Where a partition starts that the group has no committed offset for: the setting `--from`.
package enum StartPosition: String, Sendable, CaseIterable {
  /// At the oldest record that the topic still has.
  case earliest
  /// Behind the newest record at the time of the first assignment; committed at once, so that it holds over a restart.
  case latest
  /// Nowhere: the worker stops and names the partition.
  case fail
}
