import ArgumentParser
import ArticlePipeline
import Foundation
import KafkaClient
import Logging
import ServiceLifecycle
import StreamWorker
import UnixSignals

/// Runs the worker.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Cut the articles of a topic into units, exactly once, until stopped.",
    usage: "nuqta run --brokers <host:port[,…]> [<options>]",
    discussion: """
      Reads articles, writes units, article records, manifests and dead letters, and commits all of it with the input's \
      offsets in one transaction. Stops cleanly on SIGTERM and SIGINT.

      Every flag has a twin in the environment; a flag wins.

      EXAMPLES
        nuqta run --brokers localhost:9092 --create-topics
        nuqta run --brokers kafka-1:9092,kafka-2:9092 --instance-id nuqta-0
        nuqta run --brokers kafka:9093 --kafka-config client.properties \\
          -X producer.compression.codec=zstd

      EXIT CODES
        0   stopped as asked
        2   set up wrongly
        3   fenced by another worker
        4   the Kafka client can't go on
        5   offsets lost, or none there with --from fail
        6   no progress
        7   not stopped in time
        8   no broker reached
        9   more dead letters than --max-dead-letter-share
        64  wrong usage
      """)

  @OptionGroup(title: "Cluster") var cluster: ClusterOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Worker") var worker: WorkerOptions
  @OptionGroup(title: "Cutting") var processing: ProcessingOptions
  @OptionGroup(title: "Logging") var logging: LogOptions

  @Flag(help: "Print the settings and librdkafka's properties, secrets masked, and end.")
  var printConfig = false

  func run() async throws {
    let environment = Environment()
    let settings = try settings(environment)
    if printConfig { return try ConfigurationView(settings: settings).show() }
    // Who read the log is gone: no reason to stop in the middle of a transaction.
    signal(SIGPIPE, SIG_IGN)
    let logger = try logging.start(environment)
    let worker = Worker(
      settings: settings, logger: logger,
      hooks: Worker.Hooks(deadlinePassed: { exit in _exit(exit.code) }))
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: worker, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: LogOptions.quiet))
    do {
      try await group.run()
    } catch let exit as WorkerExit {
      throw ExitCode(exit.code)
    }
  }

  func settings(_ environment: Environment) throws -> WorkerSettings {
    do {
      var settings = WorkerSettings(
        brokers: try cluster.resolvedBrokers(environment),
        stateDirectory: StateDirectory.resolve(worker.stateDir, environment))
      settings.properties = try cluster.resolvedProperties(environment)
      settings.topics = try topics.resolved(environment)
      settings.processor = try processing.resolved(environment)
      try worker.apply(to: &settings, environment)
      return settings
    } catch let error as InvalidSetting {
      throw ValidationError(error.description)
    } catch let error as ClientProperty.Problem {
      throw ValidationError(error.description)
    }
  }
}
