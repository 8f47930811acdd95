/// Why no target text must be made for a unit.
public enum KeepReason: String, Sendable {
  /// A line of hashtags only.
  case hashtags
  /// No letter in it: right in any language.
  case noLetters
  /// Codes only.
  case codes
  /// The source marks it as not to be translated.
  case marked
}
