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
      "Where lock and heartbeat files live (default: nuqta in the user's state folder). [env: NUQTA_STATE_DIR]",
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

  func apply(to settings: inout WorkerSettings, _ environment: Environment) throws {
    settings.group = environment.string(group, "group") ?? settings.group
    settings.instanceID = environment.string(instanceID, "instance-id")
    settings.start = try environment.choice(from, "from") ?? settings.start
    settings.delivery = try environment.choice(delivery, "delivery") ?? settings.delivery
    settings.partitioning = try environment.choice(partitionBy, "partition-by") ?? settings.partitioning
    settings.createsTopics = try environment.bool(createTopics, "create-topics")
    if let seconds = try environment.integer(waitForBrokers, "wait-for-brokers", minimum: 0) {
      settings.waitForBrokers = Int64(seconds) * 1_000
    }
    if let seconds = try environment.integer(shutdownTimeout, "shutdown-timeout", minimum: 1) {
      settings.shutdownTimeout = Int64(seconds) * 1_000
    }
  }
}
