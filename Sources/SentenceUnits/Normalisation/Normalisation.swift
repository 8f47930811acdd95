/// The identity of the normalisation behind ids and hashes.
public enum Normalisation {
  /// Moves when the definition in `TextNormaliser` changes, and with it ids.
  public static let version = "1"

  /// The version of the Unicode Standard whose tables are used, on any machine.
  public static let unicodeVersion = CanonicalData.version
}
