internal import CRdKafka
internal import Logging

/// What a client's callbacks write to.
///
/// The log callback comes on librdkafka's threads and touches the logger only. All others run inside a call of ours, on the
/// thread that owns the client, so nothing here needs a lock.
final class CallbackContext {
  /// The answer that librdkafka waits for after a rebalance event.
  enum AwaitedCall {
    case none
    case assign
    case unassign
  }

  let logger: Logger
  var topics = TopicNames()

  // Consumer.
  /// Rebalance events that poll hasn't given out yet.
  var events: [ConsumerEvent] = []
  var awaitedCall = AwaitedCall.none
  /// The partitions of the last rebalance event: what a cooperative `unassign` takes away.
  var rebalanced: [TopicPartition] = []
  var hadAssignment = false
  /// From then on the rebalance callback answers by itself.
  var isClosing = false

  // Producer.
  var reports: [DeliveryReport] = []

  private var errors: [KafkaError] = []
  private static let mostErrors = 64

  init(logger: Logger) {
    self.logger = logger
  }

  /// Keeps an error until someone asks; the oldest goes when there are 64.
  func add(_ error: KafkaError) {
    if errors.count == Self.mostErrors { errors.removeFirst() }
    errors.append(error)
  }

  func takeErrors() -> [KafkaError] {
    if errors.isEmpty { return [] }
    defer { errors.removeAll() }
    return errors
  }
}
