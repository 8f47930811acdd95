/// A candidate for the end of a sentence, what was decided there, and by which rule.
public struct BoundaryDecision: Hashable, Sendable {
  /// The bytes of the stop or line end; empty at the end of the text.
  public let stop: Range<Int>

  /// Whether a sentence ends here.
  public let ends: Bool

  /// The rule that decided.
  public let rule: BoundaryRule

  /// Makes a decision; the segmenter is the usual source of them.
  public init(stop: Range<Int>, ends: Bool, rule: BoundaryRule) {
    self.stop = stop
    self.ends = ends
    self.rule = rule
  }
}
