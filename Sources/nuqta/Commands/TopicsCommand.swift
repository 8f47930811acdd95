import ArgumentParser

/// Makes and shows the worker's topics.
struct TopicsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "Make or show the worker's topics.",
    subcommands: [CreateTopicsCommand.self, DescribeTopicsCommand.self])
}
