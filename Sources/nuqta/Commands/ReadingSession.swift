import ArgumentParser
import ArticlePipeline
import KafkaClient
import Logging
import StreamWorker

/// What the commands that read topics share: names, a client, and how a failure is told.
struct ReadingSession {
  let settings: WorkerSettings
  private let source: LibrdkafkaTopicSource
  private var scan: TopicScan

  /// Makes the client.
  ///
  /// - Parameter timeout: How many seconds brokers may be silent.
  init(cluster: ClusterOptions, topics: TopicOptions, timeout: Int, _ environment: Environment) throws {
    var settings = WorkerSettings(brokers: try cluster.resolvedBrokers(environment), stateDirectory: "")
    do {
      settings.properties = try cluster.resolvedProperties(environment)
    } catch let error as ClientProperty.Problem {
      throw ValidationError(error.description)
    }
    settings.topics = try topics.resolved(environment)
    self.settings = settings
    let patience = Int64(timeout) * 1_000
    do throws(WorkerExit) {
      source = try LibrdkafkaTopicSource(
        settings: settings, patience: patience, logger: LogOptions.start(level: .critical))
    } catch {
      throw CommandFailure(error.reason ?? "", code: error.code)
    }
    let start = ContinuousClock.now
    scan = TopicScan(source, patience: patience) { Int64((ContinuousClock.now - start) / .milliseconds(1)) }
  }

  /// The bounds of a topic's partitions, asked now.
  func bounds(of topic: String) throws -> TopicBounds {
    do throws(ScanFailure) {
      return try scan.bounds(of: topic)
    } catch {
      throw failure(error)
    }
  }

  /// Reads partitions to the ends given, with a bar on standard error where a person looks.
  mutating func read(
    _ bounds: TopicBounds, title: String, visit: (InputRecord) -> Bool
  ) throws {
    var line = ProgressLine("reading \(title)")
    defer { line.clear() }
    do throws(ScanFailure) {
      try scan.read(bounds, tick: { line.show($0.fraction) }, visit: visit)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ failure: ScanFailure) -> CommandFailure {
    switch failure {
    case .missing(let topic):
      CommandFailure(
        "topic '\(topic)' does not exist on \(settings.brokers); 'nuqta topics describe' shows what there is, --units, "
          + "--manifests and --dead-letters name others", code: CommandFailure.noInput)
    case .silent(let seconds, let reason):
      CommandFailure(
        "no answer from \(settings.brokers) for \(UnitListing.count(seconds, "second"))\(reason.map { ": \($0)" } ?? ""); "
          + "check --brokers and the network between, or give it more time with --timeout",
        code: CommandFailure.unavailable)
    case .refused(let reason):
      CommandFailure("can't read from \(settings.brokers): \(reason)", code: CommandFailure.unavailable)
    }
  }
}
