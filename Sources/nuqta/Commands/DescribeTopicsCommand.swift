import ArgumentParser
import KafkaClient
import StreamWorker

/// Shows the worker's topics beside what they should be.
struct DescribeTopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Show the worker's topics: partitions, copies, and settings that differ from what they should be.",
    usage: "nuqta topics describe --brokers <host:port[,…]> [<options>]",
    discussion: """
      EXAMPLE
        nuqta topics describe --brokers localhost:9092
      """)

  @OptionGroup(title: "Cluster") var cluster: ClusterOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions

  func run() throws {
    let session = try TopicSession(cluster: cluster, topics: topics, Environment())
    let names = session.settings.topics
    let wanted = Dictionary(
      uniqueKeysWithValues: TopicPlan.outputSettings(names).map { ($0.name, $0.settings) })
    var table = TextTable(["topic", "partitions", "copies", "settings"], numeric: [1, 2])
    var isMissing = false
    for name in names.articles + [names.units, names.manifests, names.deadLetters] {
      do throws(KafkaError) {
        guard let description = try session.setup.description(of: name) else {
          isMissing = true
          table.add([name, "-", "-", "missing: \(session.setup.command)"])
          continue
        }
        let properties = try session.setup.properties(of: name)
        table.add([
          name, String(description.partitionCount), String(description.replicationFactor),
          Self.remark(wanted[name] ?? [], properties),
        ])
      } catch {
        throw session.unavailable(error)
      }
    }
    let lines = table.lines()
    Console.output.line(Console.output.styled(lines[0], .bold))
    for line in lines.dropFirst() { Console.output.line(line) }
    if isMissing { throw CommandFailure("", code: 1) }
  }

  /// The settings that are not as they should be.
  private static func remark(_ wanted: [TopicPlan.Setting], _ properties: [TopicProperty]) -> String {
    let values = Dictionary(properties.map { ($0.name, $0.value ?? "") }) { first, _ in first }
    let different = wanted.compactMap { setting -> String? in
      guard let value = values[setting.name], value != setting.value else { return nil }
      return "\(setting.name)=\(value) (should be \(setting.value))"
    }
    return different.isEmpty ? "as they should be" : different.joined(separator: ", ")
  }
}
