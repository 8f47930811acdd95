/// The language of a piece of text, how it is known and the direction it is shown in.
public struct TextLanguage: Hashable, Sendable {
  /// A BCP 47 tag in canonical case; `und` where nothing is known.
  public var tag: String
  /// How the tag was come by.
  public var source: LanguageSource
  /// The base direction to show the text in.
  public var direction: TextDirection

  /// Makes a language.
  public init(tag: String, source: LanguageSource, direction: TextDirection) {
    self.tag = tag
    self.source = source
    self.direction = direction
  }
}
