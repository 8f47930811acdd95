/// A part of a field that no sentence crosses: a paragraph, a headline, a list item.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var kind: BlockKind
  /// The depth of a heading or list, from 1; `nil` where depth means nothing.
  public var level: Int?
  /// The bytes of the block's text in its field, a leading list marker and white space at both ends left out.
  public var range: Range<Int>
  /// The language of the block's text.
  public var language: TextLanguage

  /// Makes a block.
  public init(kind: BlockKind, level: Int? = nil, range: Range<Int>, language: TextLanguage) {
    self.kind = kind
    self.level = level
    self.range = range
    self.language = language
  }
}
