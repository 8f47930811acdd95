internal import CRdKafka

/// The properties of a client: librdkafka's defaults, ours over them, the user's over those.
///
/// Any property of librdkafka can be set. A few are refused because the client would not work as it must (see
/// ``fixedProperties(for:)``). Properties that mean nothing to the role (a consumer's for a producer) are left out without a
/// word, so that one list of properties serves a worker's consumer and producer alike.
package struct ClientConfiguration: Sendable {
  /// What the client is for.
  package let role: ClientRole
  private var settings: [String: Setting] = [:]
  private let allowsCooperative: Bool

  private struct Setting: Sendable {
    /// As it was set: librdkafka itself shows `linger.ms` as `queue.buffering.max.ms`.
    let name: String
    let value: String
    let origin: EffectiveProperty.Origin
  }

  /// Makes a configuration.
  ///
  /// - Parameters:
  ///   - brokers: `host:port` pairs with commas between, to find the cluster by.
  ///   - overrides: the user's properties; a later one of the same name wins.
  ///   - allowsCooperative: lets `cooperative-sticky` through on a librdkafka below 2.10, where it has defects.
  /// - Throws: an error that names the property, why it is refused, and the nearest right name.
  package init(
    role: ClientRole, brokers: String, overrides: [ConfigurationProperty] = [], allowsCooperative: Bool = false
  ) throws(KafkaError) {
    self.role = role
    self.allowsCooperative = allowsCooperative
    for (name, value) in Self.defaults(for: role) + Self.fixedProperties(for: role).map({ ($0.name, $0.value) }) {
      try setOwn(name, to: value)
    }
    try setOwn("bootstrap.servers", to: brokers)
    for override in overrides { try set(override.name, to: override.value) }
  }

  /// Sets a property for the user.
  package mutating func set(_ name: String, to value: String) throws(KafkaError) {
    let canonical = PropertyCatalogue.library.canonicalName(name)
    if let fixed = Self.fixedProperties(for: role).first(where: { $0.name == canonical }), fixed.value != value {
      throw refusal(name, "Nuqta needs it to be \(fixed.value): \(fixed.reason)")
    }
    if canonical == "partition.assignment.strategy", value.contains("cooperative"), !allowsCooperative,
      !LibraryVersion.isAtLeast(2, 10)
    {
      throw refusal(
        name,
        "cooperative assignment loses partitions and can crash in librdkafka \(LibraryVersion.text); "
          + "use range, or librdkafka 2.10 or later")
    }
    try validate(name, value)
    guard PropertyCatalogue.library.applies(name, to: role) else { return }
    settings[canonical] = Setting(name: name, value: value, origin: .user)
  }

  /// Sets a property for Nuqta itself, such as `group.id`; the user's own value of it is overwritten.
  package mutating func setOwn(_ name: String, to value: String) throws(KafkaError) {
    try validate(name, value)
    settings[PropertyCatalogue.library.canonicalName(name)] = Setting(name: name, value: value, origin: .nuqta)
  }

  /// The value that was set, by us or the user; `nil` where librdkafka's default stands.
  ///
  /// Secrets are not masked.
  package subscript(name: String) -> String? {
    settings[PropertyCatalogue.library.canonicalName(name)]?.value
  }

  /// All properties as the client runs with them, by name, secrets masked: for `--print-config`.
  package func effectiveProperties() throws(KafkaError) -> [EffectiveProperty] {
    let configuration = try ConfigurationHandle(self)
    return configuration.values().compactMap { name, value in
      // Callbacks, pointers and properties of the other role say nothing to a person.
      guard let entry = PropertyCatalogue.library.entries[name], !name.hasSuffix("_cb"), name != "opaque",
        name != "default_topic_conf", PropertyCatalogue.library.applies(entry.canonicalName, to: role)
      else { return nil }
      return EffectiveProperty(
        name: settings[name]?.name ?? name, value: SecretProperties.shown(value, of: name),
        origin: settings[name]?.origin ?? .library)
    }.sorted { $0.name < $1.name }
  }

  /// All that was set, by name.
  var assignments: [ConfigurationProperty] {
    settings.sorted { $0.key < $1.key }.map { ConfigurationProperty($0.value.name, $0.value.value) }
  }

  private func validate(_ name: String, _ value: String) throws(KafkaError) {
    let scratch = ConfigurationHandle()
    if let reason = scratch.set(name, value) { throw refusal(name, reason) }
  }

  private func refusal(_ name: String, _ reason: String) -> KafkaError {
    KafkaError(code: .invalidArgument, message: "\(name): \(reason)", operation: "configure \(role.rawValue)")
  }
}
