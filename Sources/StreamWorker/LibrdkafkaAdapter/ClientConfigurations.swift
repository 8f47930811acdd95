package import KafkaClient

/// The configurations of a lane's clients, from the worker's settings.
package struct ClientConfigurations: Sendable {
  package let consumer: ClientConfiguration
  package let producer: ClientConfiguration
  package let admin: ClientConfiguration

  /// The largest record that the producer sends, in bytes.
  package var maxRecordBytes: Int {
    min(producer["message.max.bytes"].flatMap { Int($0) } ?? TopicPlan.maxMessageBytes, TopicPlan.maxMessageBytes)
  }

  /// How long the broker lets a transaction stay open, in milliseconds.
  var transactionTimeout: Int64 { producer["transaction.timeout.ms"].flatMap { Int64($0) } ?? 60_000 }

  /// What `--print-config` shows: made without taking a slot.
  package init(forDisplay settings: WorkerSettings) throws(WorkerExit) {
    let identity =
      settings.instanceID.map { WorkerIdentity(group: settings.group, instanceID: $0, lane: 0) }
      ?? WorkerIdentity(group: settings.group, host: "<host>", slot: 0, lane: 0)
    try self.init(settings: settings, identity: identity)
  }

  init(settings: WorkerSettings, identity: WorkerIdentity) throws(WorkerExit) {
    let isTransactional = settings.delivery == .exactlyOnce
    do throws(KafkaError) {
      var consumer = try ClientConfiguration(
        role: .consumer, brokers: settings.brokers, overrides: Self.overrides(settings, .consumer))
      try consumer.setOwn("group.id", to: settings.group)
      if let name = identity.groupInstanceID { try consumer.setOwn("group.instance.id", to: name) }
      var producer = try ClientConfiguration(
        role: isTransactional ? .transactionalProducer : .producer, brokers: settings.brokers,
        overrides: Self.overrides(settings, .producer))
      if isTransactional { try producer.setOwn("transactional.id", to: identity.transactionalID) }
      if producer["message.max.bytes"] == nil {
        try producer.setOwn("message.max.bytes", to: String(TopicPlan.maxMessageBytes))
      }
      self.consumer = consumer
      self.producer = producer
      admin = try ClientConfiguration(
        role: .admin, brokers: settings.brokers, overrides: Self.overrides(settings, nil))
    } catch {
      throw .setUp(error.description)
    }
  }

  private static func overrides(
    _ settings: WorkerSettings, _ side: ClientProperty.Side?
  ) -> [ConfigurationProperty] {
    settings.properties.filter { $0.side == nil || $0.side == side }
      .map { ConfigurationProperty($0.name, $0.value) }
  }
}
