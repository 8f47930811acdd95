/// What a translator or a machine should know of a unit before trusting it.
public struct UnitFlags: OptionSet, Hashable, Sendable {
  /// One bit a flag.
  public let rawValue: UInt32

  /// Makes a set of flags from its bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A running-text unit that ends without a stop.
  public static let noTerminal = UnitFlags(rawValue: 1 << 0)

  /// What was declared as the language of the unit's article, or of the translation it is part of, is no language tag.
  public static let languageInvalid = UnitFlags(rawValue: 1 << 1)

  /// The flags by the names they have in records, in the order they are written.
  public static let names: [(flag: UnitFlags, name: String)] = [
    (.noTerminal, "noTerminal"), (.languageInvalid, "languageInvalid"),
  ]
}
