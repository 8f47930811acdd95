import ArgumentParser
import ArticlePipeline
import Foundation
import KafkaClient
import Segmentation
import SentenceUnits

/// The command `nuqta`.
@main
struct Nuqta: AsyncParsableCommand {
  /// The program's own version.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nuqta",
    abstract: "Cuts news articles on Kafka topics into translation-ready sentence units.",
    discussion: """
      EXAMPLES
        nuqta demo                                     see the whole path
        nuqta segment article.txt                      cut a file
        nuqta topics create --brokers localhost:9092   make the topics
        nuqta run --brokers localhost:9092             run the worker
      """,
    version:
      "nuqta \(version)\nrules \((try? PipelineRules.identity()) ?? SegmentationRules.version)\nlibrdkafka \(LibraryVersion.text)",
    subcommands: [
      RunCommand.self, SegmentCommand.self, ShowCommand.self, ValidateCommand.self, DemoCommand.self,
      TopicsCommand.self, HealthCommand.self,
    ])

  /// Runs the command; a failure is one line on standard error and an exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      if !failure.description.isEmpty {
        Console.errors.line(Console.errors.styled("nuqta: ", .bold) + failure.description)
      }
      Foundation.exit(failure.code)
    } catch let wrong as ValidationError {
      // The command was understood, but not its settings; the root's usage, which is all there is here, would not help.
      Console.errors.line(Console.errors.styled("nuqta: ", .bold) + wrong.message)
      Foundation.exit(ExitCode.validationFailure.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
