/// A piece of an article that a translator works on alone: a sentence, a headline, a byline.
///
/// A unit holds no text: `range` slices it from its field.
public struct SentenceUnit: Hashable, Sendable {
  /// The digest of the unit's id (`UnitID`).
  ///
  /// It never moves while article, scope, text and occurrence stay.
  public var id: Digest128
  /// The unit's place in the article, from 1.
  public var sequence: Int
  /// The index of the unit's field in the article's fields, from 0.
  public var field: Int
  /// The number of the unit's block in the article, from 1, counted through all fields.
  public var block: Int
  /// What the unit's block is.
  public var kind: BlockKind
  /// The depth of the heading or list, from 1.
  public var level: Int?
  /// Where the unit stands in its field.
  public var range: TextRange
  /// The bytes before the unit in its field that belong to no unit; a list marker is part of it.
  public var gap: Range<Int>
  /// The language of the unit's text.
  public var language: TextLanguage
  /// Why no target text must be made; `nil` where it must.
  public var keep: KeepReason?
  /// What a reader should know of the unit.
  public var flags: UnitFlags
  /// The hash of the normalised text: equal for equal text in any article.
  public var content: Digest128
  /// The hash of the unit's content and its neighbours'.
  public var context: Digest128
  /// The index of the nearest unit of running text before this one in the same field.
  public var previous: Int?
  /// The index of the nearest unit of running text behind this one in the same field.
  public var next: Int?
  /// The index of the heading that this unit stands under: the nearest headline or subheadline before it in its field, else the
  /// first headline of the article, or of the translation that the unit is part of.
  public var heading: Int?

  /// Makes a unit without neighbours; `UnitCutter` is the usual source.
  public init(
    id: Digest128, sequence: Int, field: Int, block: Int, kind: BlockKind, level: Int? = nil, range: TextRange,
    gap: Range<Int>, language: TextLanguage, keep: KeepReason? = nil, flags: UnitFlags = [], content: Digest128,
    context: Digest128
  ) {
    self.id = id
    self.sequence = sequence
    self.field = field
    self.block = block
    self.kind = kind
    self.level = level
    self.range = range
    self.gap = gap
    self.language = language
    self.keep = keep
    self.flags = flags
    self.content = content
    self.context = context
  }
}
