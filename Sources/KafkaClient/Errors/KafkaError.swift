/// Why a call to Kafka failed, with librdkafka's own flags: they, not the code, say what to do next.
///
/// Look at the flags in this order: ``isFatal``, ``requiresAbort``, ``isRetriable``. A transactional error with none of them
/// is to be treated as fatal.
package struct KafkaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  package let code: KafkaErrorCode
  /// librdkafka's account of it, or ours; names the topic, property or broker concerned.
  package let message: String
  /// What was attempted, such as `commit transaction`.
  package let operation: String
  /// The client can do nothing more; make a new one.
  package let isFatal: Bool
  /// The same call may succeed when it is made again.
  package let isRetriable: Bool
  /// The transaction can only be aborted.
  package let requiresAbort: Bool

  /// librdkafka's short name of the code, such as `_FENCED`.
  package var name: String { code.name }

  package init(
    code: KafkaErrorCode, message: String, operation: String, isFatal: Bool = false, isRetriable: Bool = false,
    requiresAbort: Bool = false
  ) {
    self.code = code
    self.message = message
    self.operation = operation
    self.isFatal = isFatal
    self.isRetriable = isRetriable
    self.requiresAbort = requiresAbort
  }

  /// Such as `commit transaction: The producer has been fenced (_FENCED, fatal)`.
  package var description: String {
    var notes = code.name
    if isFatal { notes += ", fatal" }
    if requiresAbort { notes += ", requires abort" }
    if isRetriable { notes += ", retriable" }
    return "\(operation): \(message) (\(notes))"
  }
}
