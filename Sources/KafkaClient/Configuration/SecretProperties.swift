/// Which properties must never be shown or logged.
package enum SecretProperties {
  /// What is shown in place of a secret.
  package static let mask = "********"

  private static let signs = [
    "password", "secret", "token", "jaas", "credential", "passphrase", ".pem", "oauthbearer.config",
  ]

  /// Whether the property's value is a secret.
  ///
  /// A word in the name decides, so that new properties and those of other clients are covered too.
  package static func contains(_ name: String) -> Bool {
    let name = name.lowercased()
    // An address and a path are no secrets.
    if name.hasSuffix(".location") || name.hasSuffix(".url") { return false }
    return signs.contains { name.contains($0) }
  }

  /// The value, or the mask where the property is a secret with a value.
  package static func shown(_ value: String, of name: String) -> String {
    contains(name) && !value.isEmpty ? mask : value
  }
}
