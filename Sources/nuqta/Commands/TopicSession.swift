import ArgumentParser
import KafkaClient
import Logging
import StreamWorker

/// What both topic commands need: the names, and a client to ask the brokers with.
struct TopicSession: ~Copyable {
  let settings: WorkerSettings
  let setup: TopicSetup

  init(cluster: ClusterOptions, topics: TopicOptions, _ environment: Environment) throws {
    var settings = WorkerSettings(brokers: try cluster.resolvedBrokers(environment), stateDirectory: "")
    do {
      settings.properties = try cluster.resolvedProperties(environment)
    } catch let error as ClientProperty.Problem {
      throw ValidationError(error.description)
    }
    settings.topics = try topics.resolved(environment)
    let setup = try Self.setup(settings)
    self.settings = settings
    self.setup = setup
  }

  private static func setup(_ settings: WorkerSettings) throws -> TopicSetup {
    do throws(WorkerExit) {
      return try TopicSetup(
        settings: settings, configuration: try ClientConfigurations(forDisplay: settings).admin,
        logger: LogOptions.start(level: .error))
    } catch {
      throw CommandFailure(error.reason ?? "", code: error.code)
    }
  }

  /// The partition counts of the topics that exist.
  func counts() throws -> [String: Int] {
    do throws(KafkaError) {
      return try setup.counts()
    } catch {
      throw unavailable(error)
    }
  }

  /// What a command that got no answer says.
  func unavailable(_ error: KafkaError) -> CommandFailure {
    CommandFailure(
      "no answer from \(settings.brokers): \(error); check --brokers and the network between",
      code: CommandFailure.unavailable)
  }
}
