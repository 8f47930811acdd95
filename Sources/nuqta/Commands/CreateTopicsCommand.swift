import ArgumentParser
import KafkaClient
import Logging
import StreamWorker

/// Makes the worker's topics.
struct CreateTopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make those of the worker's topics that are missing; what exists is left alone.",
    usage: "nuqta topics create --brokers <host:port[,…]> [<options>]",
    discussion: """
      The output topics get as many partitions as the input has. Units and manifests have no time limit, because they carry \
      their article's timestamp; manifests are compacted.

      EXAMPLES
        nuqta topics create --brokers localhost:9092 --partitions 12
        nuqta topics create --brokers localhost:9092 --articles wire,desk --dry-run
      """)

  @OptionGroup(title: "Cluster") var cluster: ClusterOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions

  @Option(
    help: ArgumentHelp(
      "The partitions of a new input topic (default: \(TopicPlan.defaultPartitions)); outputs follow the input. [env: NUQTA_PARTITIONS]",
      valueName: "count"))
  var partitions: Int?

  @Option(
    help: ArgumentHelp(
      "How many brokers keep each partition (default: the cluster's). [env: NUQTA_REPLICATION_FACTOR]",
      valueName: "count"))
  var replicationFactor: Int?

  @Option(
    help: ArgumentHelp(
      "Which output partition the worker will use; 'uri' lets outputs have other counts than the input (default: input). [env: NUQTA_PARTITION_BY]"
    ))
  var partitionBy: Partitioning?

  @Flag(help: "Only say what would be made.")
  var dryRun = false

  func run() throws {
    let environment = Environment()
    let session = try TopicSession(cluster: cluster, topics: topics, environment)
    let plan: TopicPlan
    let copies: Int
    do {
      copies = try environment.integer(replicationFactor, "replication-factor", minimum: 1) ?? -1
      plan = try TopicPlan(
        names: session.settings.topics, counts: try session.counts(),
        partitions: try environment.integer(partitions, "partitions", minimum: 1),
        partitioning: try environment.choice(partitionBy, "partition-by") ?? .input)
    } catch let problem as TopicProblem {
      throw CommandFailure(problem.description, code: WorkerExit.setUp("").code)
    } catch let error as InvalidSetting {
      throw ValidationError(error.description)
    }
    if plan.toCreate.isEmpty {
      Console.output.line("all topics exist")
      return
    }
    let made: [TopicPlan.NewTopic]
    do throws(WorkerExit) {
      made = dryRun ? plan.toCreate : try session.setup.create(plan, replicationFactor: copies)
    } catch {
      throw CommandFailure(error.reason ?? "", code: error.code)
    }
    for topic in made {
      let settings = topic.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      Console.output.line(
        "\(dryRun ? "would make" : "made") \(Console.output.styled(topic.name, .bold)) with "
          + UnitListing.count(topic.partitions, "partition")
          + (settings.isEmpty ? "" : "  " + Console.output.styled(settings, .dim)))
    }
  }
}
