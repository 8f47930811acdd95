/// Why a worker can't run with the topics as they are.
package enum TopicProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Topics are missing and may not be made.
  case missing([String], brokers: String, command: String)
  /// Input and output have different partition counts.
  case countsDiffer(output: String, has: Int, inputs: [String], needs: Int)
  /// Two of the worker's topics have the same name.
  case sameName(String)

  package var description: String {
    switch self {
    case .missing(let names, let brokers, let command):
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return
        "\(names.count == 1 ? "topic \(list) does" : "topics \(list) do") not exist on \(brokers); "
        + "create with: \(command)  (or run with --create-topics)"
    case .countsDiffer(let output, let has, let inputs, let needs):
      return
        "topic '\(output)' has \(has) partitions, but '\(inputs.joined(separator: "', '"))' has \(needs): units go to the "
        + "partition number of their article, so the counts must be equal; name a new output topic and create it with "
        + "'nuqta topics create', or give up the order of revisions with --partition-by uri"
    case .sameName(let name):
      return "topic '\(name)' is named twice; each of the worker's topics needs a name of its own"
    }
  }
}
