/// The kinds of marks at which a sentence can end; a set, so that a rule can say which ones concern it.
struct StopKind: OptionSet, Sendable {
  let rawValue: UInt8

  /// `.` and its small and full-width twins outside Chinese and Japanese.
  static let fullStop = StopKind(rawValue: 1)
  /// `?` of any script, alone or with `!`.
  static let question = StopKind(rawValue: 2)
  /// `!` of any script.
  static let exclamation = StopKind(rawValue: 4)
  /// `…`, two or more full stops.
  static let ellipsis = StopKind(rawValue: 8)
  /// A stop that is only ever one: danda, Urdu, Armenian, Ethiopic, Burmese, Khmer … full stops.
  static let scriptStop = StopKind(rawValue: 16)
  /// `。` and its twins.
  static let ideographic = StopKind(rawValue: 32)
  /// A space of Thai or Lao, which write no stops.
  static let space = StopKind(rawValue: 64)

  static let any = StopKind(rawValue: 127)
  static let marks = StopKind(rawValue: 63)
}
