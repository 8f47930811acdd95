import ArgumentParser
import StreamWorker

/// Says whether the worker's loop goes round.
struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "Say whether the workers that use a state directory are alive: exit 0, else 1.",
    discussion: """
      Looks at the age of the heartbeat that each worker's loop touches. A worker that hangs in a call to Kafka is up, but its \
      heart does not beat. Made for container health checks.

      EXAMPLE
        nuqta health --state-dir /var/lib/nuqta --max-age 30
      """)

  @Option(help: ArgumentHelp("Where the workers' heartbeat files live. [env: NUQTA_STATE_DIR]", valueName: "folder"))
  var stateDir: String?

  @Option(
    help: ArgumentHelp(
      "The greatest age of a heartbeat, in seconds (default: 30). [env: NUQTA_MAX_AGE]", valueName: "seconds"))
  var maxAge: Int?

  func run() throws {
    let environment = Environment()
    let limit: Int
    do {
      limit = try environment.integer(maxAge, "max-age", minimum: 1) ?? 30
    } catch let error as InvalidSetting {
      throw ValidationError(error.description)
    }
    let directory = StateDirectory.resolve(stateDir, environment)
    guard let ages = try? Heartbeat.ages(in: directory), !ages.isEmpty else {
      throw CommandFailure("no worker's heartbeat in '\(directory)'", code: 1)
    }
    let stale = ages.filter { $0.value > Double(limit) }.sorted { $0.key < $1.key }
    if let (name, age) = stale.first {
      throw CommandFailure("the heart of '\(name)' has not beaten for \(Int(age)) s", code: 1)
    }
    Console.output.line("\(ages.count == 1 ? "alive" : "\(ages.count) workers alive")")
  }
}
