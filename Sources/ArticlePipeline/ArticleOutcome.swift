/// What became of an input record.
package enum ArticleOutcome: Sendable, Equatable {
  /// The article's records were written; its status, and how many units it has.
  case article(status: ArticleStatus, units: Int)
  /// The record is unusable; a dead letter was written.
  case deadLetter(reason: DeadLetterReason)
}
