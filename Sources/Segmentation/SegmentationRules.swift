/// The identity of the rules and tables that cut a text.
public enum SegmentationRules {
  /// The rules' version: moves when a rule is added, changed or removed.
  public static let version = "1.0.0"

  /// Everything that decides a cut besides the code: the language tables, byte for byte, in a fixed order.
  ///
  /// Hashed by who needs an identity for "these rules with these tables"; this target knows no hash.
  public static var tables: [StaticString] { LanguageData.all + [CharacterClassRuns.text] }
}
