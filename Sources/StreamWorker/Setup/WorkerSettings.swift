package import ArticlePipeline

/// All that an operator can set of a worker.
package struct WorkerSettings: Sendable, Equatable {
  /// The brokers to ask first: `host:port`, several with commas.
  package var brokers: String
  /// The consumer group.
  package var group = "nuqta"
  package var topics = TopicNames()
  /// The stable name of this worker; `nil` makes membership dynamic and the transactional id one of this host's slots.
  package var instanceID: String?
  package var start = StartPosition.earliest
  package var delivery = DeliveryGuarantee.exactlyOnce
  package var partitioning = Partitioning.input
  /// Whether missing topics are made.
  package var createsTopics = false
  /// Properties for librdkafka, in the order in which they are set; later ones win.
  package var properties: [ClientProperty] = []
  /// Where lock, heartbeat and journal files live.
  package var stateDirectory: String
  package var processor = ProcessorSettings()
  package var batch = BatchPolicy()
  /// When too many dead letters stop the worker; `nil` never.
  package var deadLetterLimit: DeadLetterLimit?
  /// Articles that an operator sets aside: they go to the dead letters uncut.
  package var quarantine: [ArticlePosition] = []
  /// How long brokers may be out of reach at the start, in milliseconds.
  package var waitForBrokers: Int64 = 60_000
  /// How long a call to Kafka may hang before the process is ended, in milliseconds; at least twice the transaction's time-out.
  package var stallTimeout: Int64 = 120_000
  /// How long a stop may take, in milliseconds.
  package var shutdownTimeout: Int64 = 25_000

  package init(brokers: String, stateDirectory: String) {
    self.brokers = brokers
    self.stateDirectory = stateDirectory
  }
}
