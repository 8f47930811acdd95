import Configuration

/// The environment twins of flags: `--dead-letters` is also `NUQTA_DEAD_LETTERS`; a flag wins.
///
/// An empty variable counts as unset, so that a compose file can pass on what is not set.
struct Environment {
  private let reader: ConfigReader

  init(provider: any ConfigProvider = EnvironmentVariablesProvider()) {
    reader = ConfigReader(provider: provider).scoped(to: ConfigKey(["nuqta"]))
  }

  /// The value of a flag, else of its twin.
  func string(_ flag: String?, _ name: String) -> String? {
    if let flag { return flag }
    guard let value = reader.string(forKey: ConfigKey([name])), !value.isEmpty else { return nil }
    return value
  }

  /// The value of a switch, else of its twin (`true`, `false`, `1`, `0`, `yes`, `no`).
  func bool(_ flag: Bool, _ name: String) throws -> Bool {
    if flag { return true }
    guard let value = string(nil, name) else { return false }
    switch value.lowercased() {
    case "true", "1", "yes": return true
    case "false", "0", "no": return false
    default: throw InvalidSetting(name: Self.variable(name), value: value, wanted: "true or false")
    }
  }

  /// A whole number from `minimum` to `maximum`; without that, to what thirty-one bits hold.
  func integer(_ flag: Int?, _ name: String, minimum: Int, maximum: Int = Int(Int32.max)) throws -> Int? {
    let number: Int
    if let flag {
      number = flag
    } else if let text = string(nil, name) {
      guard let parsed = Int(text) else {
        throw InvalidSetting(name: Self.variable(name), value: text, wanted: "a whole number")
      }
      number = parsed
    } else {
      return nil
    }
    guard number >= minimum else {
      throw InvalidSetting(name: "--\(name)", value: String(number), wanted: "at least \(minimum)")
    }
    guard number <= maximum else {
      throw InvalidSetting(name: "--\(name)", value: String(number), wanted: "at most \(maximum)")
    }
    return number
  }

  /// One of a set of words.
  func choice<Choice: RawRepresentable & CaseIterable>(_ flag: Choice?, _ name: String) throws -> Choice?
  where Choice.RawValue == String {
    if let flag { return flag }
    guard let text = string(nil, name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw InvalidSetting(
        name: Self.variable(name), value: text,
        wanted: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// The name of a flag's twin.
  static func variable(_ name: String) -> String {
    "NUQTA_" + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
  }
}
