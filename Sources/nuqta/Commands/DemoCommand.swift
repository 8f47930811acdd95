import ArgumentParser
import Foundation
import KafkaClient
import Logging
import ServiceLifecycle
import StreamWorker
import Synchronization
import UnixSignals

/// Shows the whole path on one machine, with nothing installed but Nuqta.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Watch sample articles become sentence units, with a Kafka cluster inside the process.",
    discussion: """
      Starts librdkafka's built-in cluster, produces the sample articles to 'articles', runs the real worker on it, and shows what \
      arrives on the three output topics.

      With --keep the cluster stays, and other programs on this machine can use it:
        kcat -C -b ADDRESS -t sentence-units -o beginning
      """)

  @Flag(help: "Leave the cluster and the worker running until Ctrl-C, and print the address.")
  var keep = false

  func run() async throws {
    // A reader that leaves, as `head` does, must not end the process in the middle: its state folder would stay.
    Glibc.signal(SIGPIPE, SIG_IGN)
    let output = Console.output
    let logger = LogOptions.start(level: .error)
    let started = ContinuousClock.now
    let progress = DemoProgress()
    do {
      // The cluster's calls block, each for milliseconds; only the worker's thread waits long.
      let cluster = try DemoCluster(logger: logger)
      try cluster.produce(Samples.all)
      output.line(
        "A Kafka cluster inside this process, \(Samples.all.count) messages on the topic \(output.styled("articles", .bold))."
      )
      if keep { output.line(DemoText.keepNotice(brokers: cluster.brokers)) }
      output.line(output.styled("The worker joins its group; that takes the built-in cluster three seconds.", .dim))

      var settings = WorkerSettings(brokers: cluster.brokers, stateDirectory: try Self.stateDirectory())
      defer { try? FileManager.default.removeItem(atPath: settings.stateDirectory) }
      settings.delivery = keep ? .atLeastOnce : .exactlyOnce
      let worker = Worker(
        settings: settings, logger: logger,
        hooks: .init(observe: { progress.observe($0) }, deadlinePassed: { exit in _exit(exit.code) }))
      let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
          services: [
            .init(
              service: worker, successTerminationBehavior: .gracefullyShutdownGroup,
              failureTerminationBehavior: .gracefullyShutdownGroup)
          ],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: LogOptions.quiet))
      async let ended: Void = group.run()
      let outcome = await progress.wait(for: Samples.all.count, seconds: 60)
      if outcome == .complete {
        try DemoView(output: output).show(cluster, totals: progress.totals, time: ContinuousClock.now - started)
      }
      if keep, outcome == .complete, output.line() {
        output.line("Still running on \(output.styled(cluster.brokers, .bold)); Ctrl-C ends it.")
      } else {
        await group.triggerGracefulShutdown()
      }
      try await ended
      switch outcome {
      case .complete: break
      case .ended: throw CommandFailure("stopped before the samples were done", code: 1)
      case .timeUp: throw CommandFailure("the samples were not done within a minute", code: 1)
      }
    } catch let exit as WorkerExit {
      throw CommandFailure(exit.reason ?? "", code: exit.code)
    } catch let error as KafkaError {
      throw CommandFailure(error.description, code: CommandFailure.unavailable)
    }
  }

  private static func stateDirectory() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nuqta-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
