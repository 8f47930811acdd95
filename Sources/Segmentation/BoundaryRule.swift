/// The name of a rule that decided whether a sentence ends at a candidate.
///
/// Names are stable: they are shown by `nuqta segment --explain` and used in case files.
public struct BoundaryRule: Hashable, Sendable, CustomStringConvertible {
  /// The rule's name in kebab case, such as `line-break` or `abbreviation`.
  public let name: StaticString

  /// Names a rule.
  public init(_ name: StaticString) {
    self.name = name
  }

  /// The text ends here.
  public static let endOfText = BoundaryRule("end-of-text")
  /// A line ends here.
  public static let lineBreak = BoundaryRule("line-break")
  /// A sentence stop of the script ends it.
  public static let stop = BoundaryRule("stop")

  /// The rule's name.
  public var description: String { name.description }

  /// Whether two rules have the same name.
  public static func == (left: BoundaryRule, right: BoundaryRule) -> Bool {
    left.description == right.description
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}
