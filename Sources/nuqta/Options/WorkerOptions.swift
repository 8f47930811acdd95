import ArgumentParser
import Foundation
import StreamWorker

extension StartPosition: ExpressibleByArgument {}
extension DeliveryGuarantee: ExpressibleByArgument {}
extension Partitioning: ExpressibleByArgument {}

/// What `run` can be told, besides the cluster, the topics and the cutting.
struct WorkerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The consumer group (default: nuqta). [env: NUQTA_GROUP]", valueName: "name"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "A stable name for this worker: static membership, and a transactional id that a restart takes over. [env: NUQTA_INSTANCE_ID]",
      valueName: "id"))
  var instanceID: String?

  @Option(
    help: ArgumentHelp(
      "Where a partition without a committed offset starts (default: earliest). [env: NUQTA_FROM]"))
  var from: StartPosition?

  @Option(help: ArgumentHelp("What is promised of the output (default: exactly-once). [env: NUQTA_DELIVERY]"))
  var delivery: DeliveryGuarantee?

  @Option(
    help: ArgumentHelp(
      "Which output partition: the input's number, or by the uri's hash (default: input). [env: NUQTA_PARTITION_BY]"))
  var partitionBy: Partitioning?

  @Flag(help: "Make missing topics. [env: NUQTA_CREATE_TOPICS]")
  var createTopics = false

  @Option(
    help: ArgumentHelp(
      "Where lock, heartbeat and journal files live (default: nuqta in the user's state folder). [env: NUQTA_STATE_DIR]",
      valueName: "folder"))
  var stateDir: String?

  @Option(
    help: ArgumentHelp(
      "How long brokers may be out of reach at the start, in seconds (default: 60). [env: NUQTA_WAIT_FOR_BROKERS]",
      valueName: "seconds"))
  var waitForBrokers: Int?

  @Option(
    help: ArgumentHelp(
      "How long a stop may take, in seconds (default: 25). [env: NUQTA_SHUTDOWN_TIMEOUT]", valueName: "seconds"))
  var shutdownTimeout: Int?

  @Option(
    help: ArgumentHelp(
      "Stop when more than this share of the latest records became dead letters (default: never). [env: NUQTA_MAX_DEAD_LETTER_SHARE]",
      valueName: "percent%/records"))
  var maxDeadLetterShare: String?

  @Option(
    help: ArgumentHelp(
      "Send the article at this position to the dead letters uncut; may be repeated. [env: NUQTA_QUARANTINE, several with commas]",
      valueName: "topic:partition:offset"))
  var quarantine: [String] = []

  func apply(to settings: inout WorkerSettings, _ environment: Environment) throws {
    settings.group = environment.string(group, "group") ?? settings.group
    settings.instanceID = environment.string(instanceID, "instance-id")
    settings.start = try environment.choice(from, "from") ?? settings.start
    settings.delivery = try environment.choice(delivery, "delivery") ?? settings.delivery
    settings.partitioning = try environment.choice(partitionBy, "partition-by") ?? settings.partitioning
    settings.createsTopics = try environment.bool(createTopics, "create-topics")
    if let text = environment.string(maxDeadLetterShare, "max-dead-letter-share") {
      guard let limit = DeadLetterLimit(text) else {
        throw InvalidSetting(
          name: "--max-dead-letter-share", value: text, wanted: "a share and a number of records, such as 20%/1000")
      }
      settings.deadLetterLimit = limit
    }
    let quarantine = quarantine.isEmpty ? environment.string(nil, "quarantine").map { [$0] } ?? [] : quarantine
    for text in quarantine.flatMap({ $0.split(separator: ",") }) {
      guard let position = ArticlePosition(String(text)) else {
        throw InvalidSetting(
          name: "--quarantine", value: String(text), wanted: "topic:partition:offset, such as articles:3:1042")
      }
      settings.quarantine.append(position)
    }
    if let seconds = try environment.integer(waitForBrokers, "wait-for-brokers", minimum: 0) {
      settings.waitForBrokers = Int64(seconds) * 1_000
    }
    if let seconds = try environment.integer(shutdownTimeout, "shutdown-timeout", minimum: 1) {
      settings.shutdownTimeout = Int64(seconds) * 1_000
    }
  }
}
