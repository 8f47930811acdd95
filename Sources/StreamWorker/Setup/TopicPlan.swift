/// What the worker's topics must look like, held against what there is.
///
/// A pure decision: the counts go in, the topics to make or the reason to stop come out.
package struct TopicPlan: Sendable, Equatable {
  /// A topic that is to be made.
  package struct NewTopic: Sendable, Equatable {
    package var name: String
    package var partitions: Int
    /// The topic's settings, as Kafka names them.
    package var settings: [Setting]
  }

  /// A setting of a topic.
  package struct Setting: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The partition count of topics that are made without a model to follow.
  package static let defaultPartitions = 6

  /// The largest record that the output topics take, in bytes; the worker's producers send none that is larger.
  ///
  /// The largest article (1,000,000 bytes) of control characters, each six bytes in JSON, with its units' ids and gaps.
  package static let maxMessageBytes = 16 << 20

  /// The topics to make, inputs first.
  package var toCreate: [NewTopic]

  /// Plans the topics.
  ///
  /// - Parameters:
  ///   - names: The worker's topics.
  ///   - counts: The partition counts of those that exist.
  ///   - partitions: The count for new topics where no existing one gives it.
  ///   - partitioning: With `.input` the counts of inputs and outputs must agree.
  /// - Throws: `TopicProblem` where counts don't agree or a name stands twice.
  package init(
    names: TopicNames, counts: [String: Int], partitions: Int? = nil, partitioning: Partitioning = .input
  ) throws(TopicProblem) {
    let outputs = [names.units, names.manifests, names.deadLetters]
    let all = names.articles + outputs
    for (index, name) in all.enumerated() where all[..<index].contains(name) { throw .sameName(name) }

    let inputCount = names.articles.compactMap { counts[$0] }.max()
    let outputCount = outputs.compactMap { counts[$0] }.max()
    let wanted = inputCount ?? partitions ?? outputCount ?? Self.defaultPartitions
    if partitioning == .input {
      for output in outputs {
        guard let count = counts[output], count != wanted else { continue }
        throw .countsDiffer(output: output, has: count, inputs: names.articles, needs: wanted)
      }
    }
    toCreate = []
    for name in names.articles where counts[name] == nil {
      toCreate.append(NewTopic(name: name, partitions: wanted, settings: []))
    }
    for (name, settings) in Self.outputSettings(names) where counts[name] == nil {
      let count = partitioning == .input ? wanted : partitions ?? wanted
      toCreate.append(NewTopic(name: name, partitions: count, settings: settings))
    }
  }

  /// The settings of the output topics, in the order in which they are made.
  ///
  /// Units and manifests carry their article's timestamp, so a time limit would count from there and an old article, replayed,
  /// would be deleted at once: they have none. Dead letters carry the time of writing.
  package static func outputSettings(_ names: TopicNames) -> [(name: String, settings: [Setting])] {
    let common = [
      Setting("message.timestamp.type", "CreateTime"), Setting("max.message.bytes", String(maxMessageBytes)),
    ]
    return [
      (names.units, [Setting("cleanup.policy", "delete"), Setting("retention.ms", "-1")] + common),
      (names.manifests, [Setting("cleanup.policy", "compact")] + common),
      (names.deadLetters, [Setting("cleanup.policy", "delete"), Setting("retention.ms", "2592000000")] + common),
    ]
  }
}
