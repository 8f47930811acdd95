/// What the worker promises of an article's output: the setting `--delivery`.
package enum DeliveryGuarantee: String, Sendable, CaseIterable {
  /// Output and input offsets are one Kafka transaction: a read-committed reader sees each article's records whole and once.
  case exactlyOnce = "exactly-once"
  /// Offsets are committed only after every output is acknowledged: a crash may repeat articles, equal in every byte.
  case atLeastOnce = "at-least-once"
}
