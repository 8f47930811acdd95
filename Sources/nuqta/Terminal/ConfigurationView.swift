import ArticlePipeline
import KafkaClient
import StreamWorker

/// The settings of a worker as `--print-config` shows them; secrets are masked.
struct ConfigurationView {
  let settings: WorkerSettings

  func show() throws {
    let output = Console.output
    let configurations: ClientConfigurations
    do throws(WorkerExit) {
      configurations = try ClientConfigurations(forDisplay: settings)
    } catch {
      throw CommandFailure(error.reason ?? "", code: error.code)
    }
    output.line("# nuqta")
    for (name, value) in own { output.line("\(name)=\(value)") }
    for (title, configuration) in [
      ("consumer", configurations.consumer), ("producer", configurations.producer),
    ] {
      output.line()
      output.line("# librdkafka \(LibraryVersion.text), \(title)")
      for property in try configuration.effectiveProperties() {
        let origin = property.origin == .library ? "" : "  # \(property.origin.rawValue)"
        output.line("\(property.name)=\(property.value)\(origin)")
      }
    }
  }

  private var own: [(String, String)] {
    [
      ("brokers", settings.brokers),
      ("group", settings.group),
      ("articles", settings.topics.articles.joined(separator: ",")),
      ("units", settings.topics.units),
      ("manifests", settings.topics.manifests),
      ("dead-letters", settings.topics.deadLetters),
      ("instance-id", settings.instanceID ?? ""),
      ("from", settings.start.rawValue),
      ("delivery", settings.delivery.rawValue),
      ("partition-by", settings.partitioning.rawValue),
      ("create-topics", String(settings.createsTopics)),
      ("state-dir", settings.stateDirectory),
      ("max-article-bytes", String(settings.processor.maxArticleBytes)),
      ("max-units", String(settings.processor.maxUnits)),
      ("context-text", String(settings.processor.contextText)),
      ("default-language", settings.processor.defaultLanguage ?? ""),
      ("wait-for-brokers", String(settings.waitForBrokers / 1_000)),
      ("shutdown-timeout", String(settings.shutdownTimeout / 1_000)),
    ]
  }
}
