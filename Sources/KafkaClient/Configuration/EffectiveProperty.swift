/// A property as a client runs with it, to be shown to a person.
package struct EffectiveProperty: Hashable, Sendable {
  /// Who set it.
  package enum Origin: String, Sendable {
    /// librdkafka's default.
    case library
    /// Nuqta's default, or a value that Nuqta needs.
    case nuqta
    /// The user.
    case user
  }

  package let name: String
  /// The value; ``SecretProperties/mask`` in place of a secret.
  package let value: String
  package let origin: Origin
}
