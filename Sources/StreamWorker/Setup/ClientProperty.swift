/// A librdkafka property that the operator passes through, for both clients or one of them.
package struct ClientProperty: Sendable, Equatable {
  /// Which client a property is for.
  package enum Side: String, Sendable {
    case consumer, producer
  }

  /// `nil`: both.
  package var side: Side?
  package var name: String
  package var value: String

  package init(side: Side? = nil, name: String, value: String) {
    self.side = side
    self.name = name
    self.value = value
  }

  /// Why a text is not a property that may be set.
  package struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// Properties that carry the worker's guarantees, and how to get what they would be set for.
  private static let reserved: [String: String] = [
    "bootstrap.servers": "use --brokers", "metadata.broker.list": "use --brokers",
    "group.id": "use --group", "group.instance.id": "use --instance-id", "transactional.id": "use --instance-id",
    "auto.offset.reset": "use --from", "topic.auto.offset.reset": "use --from",
    "enable.auto.commit": "offsets are committed with the output they belong to",
    "auto.commit.interval.ms": "offsets are committed with the output they belong to",
    "enable.auto.offset.store": "positions are the worker's own",
    "enable.partition.eof": "positions move with partition ends",
    "enable.idempotence": "without it records could be doubled or out of order",
    "partitioner": "use --partition-by",
  ]

  /// Reads `name=value`, `consumer.name=value` or `producer.name=value`.
  package init(parsing text: String) throws(Problem) {
    guard let equals = text.firstIndex(of: "=") else {
      // Not shown: it may hold a password.
      throw Problem(description: "there is no '='; write name=value, such as compression.codec=zstd")
    }
    try self.init(name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
  }

  /// Makes a property from a name that may begin with `consumer.` or `producer.`.
  package init(name: String, value: String) throws(Problem) {
    side = nil
    self.name = name
    self.value = value
    for candidate in [Side.consumer, .producer] where name.hasPrefix(candidate.rawValue + ".") {
      side = candidate
      self.name = String(name.dropFirst(candidate.rawValue.count + 1))
    }
    if let instead = Self.reserved[self.name] {
      throw Problem(description: "property '\(self.name)' can't be set: \(instead)")
    }
  }
}
