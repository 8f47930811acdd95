import ArgumentParser
import ArticlePipeline
import Configuration
import StreamWorker
import Testing

@testable import nuqta

/// Every option of `run` with its variable: that it is documented, and that it works.
@Suite("The environment twins of run's options")
struct EnvironmentTwinsTests {
  struct Twin: Sendable, CustomTestStringConvertible {
    let variable: String
    let value: String
    /// What the setting is then, as text.
    let setting: @Sendable (WorkerSettings) -> String
    /// What that must read.
    var reads: String?
    var testDescription: String { variable }
  }

  static let twins = [
    Twin(variable: "NUQTA_BROKERS", value: "k:1,l:2", setting: \.brokers),
    Twin(
      variable: "NUQTA_PROPERTIES", value: "linger.ms=7\n\nconsumer.fetch.min.bytes=2\n",
      setting: { $0.properties.map { "\($0.side?.rawValue ?? "both") \($0.name) \($0.value)" }.joined(separator: ";") },
      reads: "both linger.ms 7;consumer fetch.min.bytes 2"),
    Twin(variable: "NUQTA_GROUP", value: "g", setting: \.group),
    Twin(
      variable: "NUQTA_ARTICLES", value: "a, b", setting: { $0.topics.articles.joined(separator: "|") }, reads: "a|b"),
    Twin(variable: "NUQTA_UNITS", value: "u", setting: \.topics.units),
    Twin(variable: "NUQTA_MANIFESTS", value: "m", setting: \.topics.manifests),
    Twin(variable: "NUQTA_DEAD_LETTERS", value: "d", setting: \.topics.deadLetters),
    Twin(variable: "NUQTA_INSTANCE_ID", value: "i", setting: { $0.instanceID ?? "" }),
    Twin(variable: "NUQTA_FROM", value: "fail", setting: \.start.rawValue),
    Twin(variable: "NUQTA_DELIVERY", value: "at-least-once", setting: \.delivery.rawValue),
    Twin(variable: "NUQTA_PARTITION_BY", value: "uri", setting: \.partitioning.rawValue),
    Twin(variable: "NUQTA_CREATE_TOPICS", value: "yes", setting: { String($0.createsTopics) }, reads: "true"),
    Twin(variable: "NUQTA_STATE_DIR", value: "/s", setting: \.stateDirectory),
    Twin(variable: "NUQTA_WAIT_FOR_BROKERS", value: "3", setting: { String($0.waitForBrokers) }, reads: "3000"),
    Twin(variable: "NUQTA_SHUTDOWN_TIMEOUT", value: "4", setting: { String($0.shutdownTimeout) }, reads: "4000"),
    Twin(
      variable: "NUQTA_MAX_DEAD_LETTER_SHARE", value: "20%/1000",
      setting: { $0.deadLetterLimit.map { "\($0.percent)%/\($0.window)" } ?? "" }),
    Twin(
      variable: "NUQTA_QUARANTINE", value: "a:1:2,b:0:3",
      setting: { $0.quarantine.map(\.description).joined(separator: ";") },
      reads: "a [1] offset 2;b [0] offset 3"),
    Twin(variable: "NUQTA_MAX_ARTICLE_BYTES", value: "5", setting: { String($0.processor.maxArticleBytes) }),
    Twin(variable: "NUQTA_MAX_UNITS", value: "6", setting: { String($0.processor.maxUnits) }),
    Twin(variable: "NUQTA_CONTEXT_TEXT", value: "0", setting: { String($0.processor.contextText) }),
    Twin(variable: "NUQTA_IDENTITY", value: "/meta/guid", setting: { $0.processor.identity?.text ?? "" }),
    Twin(variable: "NUQTA_DEFAULT_LANGUAGE", value: "fa", setting: { $0.processor.defaultLanguage ?? "" }),
  ]

  /// Twins that are no part of the worker's settings.
  static let others: Set = ["NUQTA_KAFKA_CONFIG", "NUQTA_LOG_LEVEL"]

  private func settings(_ arguments: [String] = [], _ variables: [String: String]) throws -> WorkerSettings {
    let command = try #require(try Nuqta.parseAsRoot(["run"] + arguments) as? RunCommand)
    return try command.settings(
      Environment(provider: EnvironmentVariablesProvider(environmentVariables: variables)))
  }

  @Test("each variable sets what its flag sets", arguments: twins)
  func works(twin: Twin) throws {
    var variables = ["NUQTA_BROKERS": "h:1"]
    variables[twin.variable] = twin.value
    let found = twin.setting(try settings([], variables))
    #expect(found == twin.reads ?? twin.value)
    // The value is no default: the test would show nothing.
    if twin.variable != "NUQTA_BROKERS" {
      #expect(twin.setting(try settings([], ["NUQTA_BROKERS": "h:1"])) != found)
    }
  }

  @Test("the help names a variable for every option, and only these")
  func documented() {
    let help = RunCommand.helpMessage(columns: 1_000)
    let named = help.matches(of: /\[env: (NUQTA_[A-Z_]+)/).map { String($0.1) }
    #expect(Set(named) == Set(Self.twins.map(\.variable)).union(Self.others))
    #expect(named.count == Set(named).count)
    // Every option begins a line; the texts of long ones stand on the next.
    let options = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
    let plain = options.filter { line in ["--print-config", "--version", "--help"].contains { line.contains($0) } }
    #expect(options.count - plain.count == named.count)
  }

  @Test("a flag wins over its variable")
  func flagWins() throws {
    #expect(try settings(["--group", "own"], ["NUQTA_BROKERS": "h:1", "NUQTA_GROUP": "g"]).group == "own")
  }

  @Test(
    "numbers too large are refused, never computed with",
    arguments: ["--shutdown-timeout", "--wait-for-brokers", "--max-units", "--max-article-bytes", "--context-text"])
  func tooLarge(flag: String) {
    #expect(throws: ValidationError.self) {
      try settings([flag, "9223372036854775807"], ["NUQTA_BROKERS": "h:1"])
    }
  }

  @Test("what a property's text holds is not shown, wherever it came from", arguments: [true, false])
  func secrets(inEnvironment: Bool) {
    let text = "sasl.password hunter2"
    let failure = #expect(throws: ValidationError.self) {
      try settings(
        inEnvironment ? [] : ["-X", text],
        ["NUQTA_BROKERS": "h:1"].merging(inEnvironment ? ["NUQTA_PROPERTIES": "a=b\n" + text] : [:]) { $1 })
    }
    #expect(failure?.message.contains("hunter2") == false)
    #expect(failure?.message.contains(inEnvironment ? "NUQTA_PROPERTIES, line 2" : "-X, number 1") == true)
  }
}
