package import KafkaClient
package import Logging

/// Looks at the worker's topics before anything is read, and makes those that are missing if that is allowed.
package struct TopicSetup: ~Copyable {
  private let settings: WorkerSettings
  private let admin: TopicAdmin
  private let logger: Logger

  /// What is shown to a person who has to make the topics.
  package var command: String {
    var words = ["nuqta topics create --brokers \(settings.brokers)"]
    let usual = TopicNames()
    if settings.topics.articles != usual.articles {
      words.append("--articles \(settings.topics.articles.joined(separator: ","))")
    }
    if settings.topics.units != usual.units { words.append("--units \(settings.topics.units)") }
    if settings.topics.manifests != usual.manifests { words.append("--manifests \(settings.topics.manifests)") }
    if settings.topics.deadLetters != usual.deadLetters {
      words.append("--dead-letters \(settings.topics.deadLetters)")
    }
    return words.joined(separator: " ")
  }

  /// Makes the admin client.
  package init(settings: WorkerSettings, configuration: ClientConfiguration, logger: Logger) throws(WorkerExit) {
    self.settings = settings
    self.logger = logger
    do throws(KafkaError) {
      admin = try TopicAdmin(configuration: configuration, logger: logger)
    } catch {
      throw .setUp(error.description)
    }
  }

  /// The admin client, for further use.
  consuming func intoAdmin() -> TopicAdmin { admin }

  /// Waits for the brokers, checks the topics and makes missing ones where the settings allow it.
  ///
  /// Gives the partition count of the output topics, where it must equal the input's.
  func prepare(signal: StopSignal) throws(WorkerExit) -> Int? {
    let counts = try waitForCounts(signal: signal)
    let plan: TopicPlan
    do throws(TopicProblem) {
      plan = try TopicPlan(names: settings.topics, counts: counts, partitioning: settings.partitioning)
      if !plan.toCreate.isEmpty, !settings.createsTopics {
        throw .missing(plan.toCreate.map(\.name), brokers: settings.brokers, command: command)
      }
    } catch {
      throw .setUp(error.description)
    }
    for topic in try create(plan) {
      logger.info("made topic '\(topic.name)'", metadata: ["partitions": "\(topic.partitions)"])
    }
    guard settings.partitioning == .input else { return nil }
    return counts[settings.topics.units] ?? plan.toCreate.first { $0.name == settings.topics.units }?.partitions
  }

  /// Makes the topics of a plan and gives those that were really made; one that another worker made meanwhile is as good.
  package func create(_ plan: TopicPlan, replicationFactor: Int = -1) throws(WorkerExit) -> [TopicPlan.NewTopic] {
    if plan.toCreate.isEmpty { return [] }
    let topics = plan.toCreate.map { topic in
      NewTopic(
        name: topic.name, partitionCount: Int32(clamping: topic.partitions),
        replicationFactor: Int32(clamping: replicationFactor),
        configuration: Dictionary(uniqueKeysWithValues: topic.settings.map { ($0.name, $0.value) }))
    }
    do throws(KafkaError) {
      var made: [TopicPlan.NewTopic] = []
      for result in try admin.create(topics, milliseconds: 30_000) {
        if let error = result.error {
          guard error.code == .topicAlreadyExists else { throw error }
        } else if let topic = plan.toCreate.first(where: { $0.name == result.topic }) {
          made.append(topic)
        }
      }
      try admin.waitUntilVisible(plan.toCreate.map(\.name), milliseconds: 30_000)
      return made
    } catch {
      throw .setUp("\(error)")
    }
  }

  /// The partition counts of those of the worker's topics that exist.
  package func counts() throws(KafkaError) -> [String: Int] {
    let names =
      settings.topics.articles + [settings.topics.units, settings.topics.manifests, settings.topics.deadLetters]
    var counts: [String: Int] = [:]
    for name in names {
      if let description = try admin.description(of: name, milliseconds: LibrdkafkaClient.patience) {
        counts[name] = Int(description.partitionCount)
      }
    }
    return counts
  }

  /// A topic as it is; `nil` where there is none.
  package func description(of topic: String) throws(KafkaError) -> TopicDescription? {
    try admin.description(of: topic, milliseconds: LibrdkafkaClient.patience)
  }

  /// A topic's settings.
  package func properties(of topic: String) throws(KafkaError) -> [TopicProperty] {
    try admin.configuration(of: topic, milliseconds: LibrdkafkaClient.patience) ?? []
  }

  private func waitForCounts(signal: StopSignal) throws(WorkerExit) -> [String: Int] {
    var waited: Int64 = 0
    while true {
      do throws(KafkaError) {
        return try counts()
      } catch {
        if signal.shouldStop { throw .clean }
        let cause = admin.drainCause()?.message ?? error.message
        guard error.isRetriable, waited < settings.waitForBrokers else {
          if !error.isRetriable { throw .setUp(error.description) }
          throw .unreachable(
            "no broker of \(settings.brokers) answers: \(cause); check --brokers and the network between")
        }
        logger.warning("no broker of \(settings.brokers) answers yet: \(cause)")
        waited += Int64(LibrdkafkaClient.patience) + 1_000
        signal.wait(milliseconds: 1_000)
      }
    }
  }
}
