import ArgumentParser
import Foundation
import KafkaClient
import StreamWorker

/// How to reach a cluster: the same flags for every command that does.
struct ClusterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The brokers to ask first. [env: NUQTA_BROKERS]", valueName: "host:port[,…]"))
  var brokers: String?

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp(
      "A librdkafka property, for both clients or with 'consumer.' or 'producer.' before it for one; repeatable. [env: NUQTA_PROPERTIES, one a line]",
      valueName: "property=value"))
  var properties: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of librdkafka properties, name=value a line; -X wins over it. [env: NUQTA_KAFKA_CONFIG]",
      valueName: "file"))
  var kafkaConfig: String?

  /// What a missing `--brokers` says.
  static let missingBrokers = ValidationError(
    "no brokers are named; say --brokers HOST:PORT or set NUQTA_BROKERS")

  /// The brokers to ask first.
  func resolvedBrokers(_ environment: Environment) throws -> String {
    guard let brokers = environment.string(brokers, "brokers") else { throw Self.missingBrokers }
    return brokers
  }

  /// The properties to set, in order: the file's, the environment's, the flags'.
  func resolvedProperties(_ environment: Environment) throws -> [ClientProperty] {
    var found: [ClientProperty] = []
    if let path = environment.string(kafkaConfig, "kafka-config") {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("can't read the file of properties '\(path)'")
      }
      guard let text = String(bytes: data, encoding: .utf8) else {
        throw ValidationError("the file of properties '\(path)' is not UTF-8")
      }
      do {
        for property in try PropertiesFile.parse(text) {
          found.append(try ClientProperty(name: property.name, value: property.value))
        }
      } catch {
        throw ValidationError("\(path): \(error)")
      }
    }
    let lines =
      environment.string(nil, "properties")?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      ?? []
    for (source, texts) in [("NUQTA_PROPERTIES, line", lines), ("-X, number", properties)] {
      for (index, text) in texts.enumerated() {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.isEmpty { continue }
        do throws(ClientProperty.Problem) {
          found.append(try ClientProperty(parsing: trimmed))
        } catch {
          throw ValidationError("\(source) \(index + 1): \(error)")
        }
      }
    }
    return found
  }
}
