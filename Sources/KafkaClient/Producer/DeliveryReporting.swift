/// Which records a producer reports on.
package enum DeliveryReporting: Sendable {
  /// Every one: for at-least-once, where an offset waits for its outputs.
  case all
  /// Failed ones only: enough for transactions, whose commit fails with them, and cheaper.
  case failures
}
