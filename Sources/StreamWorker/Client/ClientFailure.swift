/// A call to Kafka that failed, classed by what the worker must do about it.
package struct ClientFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What must be done.
  package enum Kind: Sendable, Hashable {
    /// The same call again.
    case retriable
    /// Abort the transaction, rewind and do the work anew: the reason passes by itself, such as a coordinator that moves.
    case passing
    /// The same where nobody knows whether it passes: worth a few tries.
    case abortable
    /// The same, and the articles named must be done alone: a broker won't take a record of theirs.
    case refused([Refusal])
    /// Nobody knows whether the call took effect: a new producer, whose start settles it, then the committed offsets.
    case unknownOutcome
    /// Another instance has taken over: stop.
    case fenced
    /// An authorization, topic or property is wrong: stop and say what to change.
    case setUp
    /// The client is unusable: stop, a restart makes a new one.
    case fatal
  }

  package let kind: Kind
  /// The client's name of the error, such as `_FENCED`.
  package let code: String
  /// What was attempted and why it failed, for a person.
  package let message: String

  package init(_ kind: Kind, code: String, message: String) {
    self.kind = kind
    self.code = code
    self.message = message
  }

  package var description: String { "\(message) (\(code))" }
}
