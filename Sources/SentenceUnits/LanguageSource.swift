/// How the language of a text was come by.
public enum LanguageSource: String, Sendable {
  /// The article, its field or a header says so.
  case declared
  /// Told by script and frequent words.
  case detected
  /// Nothing said or told it; the setting's default stands.
  case `default`
}
