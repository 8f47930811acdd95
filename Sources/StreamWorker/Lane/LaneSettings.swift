/// What a lane must be told; the same for its whole life.
package struct LaneSettings: Sendable, Equatable {
  /// The input topics.
  package var topics: [String]
  package var guarantee = DeliveryGuarantee.exactlyOnce
  package var start = StartPosition.earliest
  package var batch = BatchPolicy()
  /// How long a poll waits when there is nothing to do, in milliseconds; bounds how late a stop is noticed.
  package var idlePoll = 100
  /// How many transactions in a row may be aborted for reasons nobody knows to pass before the worker stops rather than repeat the same input for ever.
  package var maxAborts = 5
  /// How long transactions may be aborted in a row for reasons that pass before the worker stops, in milliseconds.
  package var patience: Int64 = 300_000
  /// When too many dead letters stop the worker; `nil` never.
  package var deadLetterLimit: DeadLetterLimit?
  /// Articles that can't be done like the others, as known from the start.
  package var treatments: [ArticlePosition: Treatment] = [:]
  /// The first pause before something is tried again, in milliseconds; it doubles up to `maxBackoff`.
  package var firstBackoff: Int64 = 100
  package var maxBackoff: Int64 = 5_000

  package init(topics: [String]) {
    self.topics = topics
  }
}
