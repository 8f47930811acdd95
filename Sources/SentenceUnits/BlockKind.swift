/// What a block of an article is to a newsroom.
public enum BlockKind: String, Sendable, CaseIterable {
  case headline, subheadline, kicker, summary, byline, dateline, timestamp, paragraph, blockquote, listItem, caption
  case credit, correction, related, attribute, hashtags, tableCell, separator, other

  /// Whether a block of this kind is one unit, whatever stops it holds.
  ///
  /// A headline such as «هل تنجح المفاوضات؟ خبراء يجيبون» is translated as one line.
  public var isOneUnit: Bool {
    switch self {
    case .headline, .subheadline, .kicker, .byline, .dateline, .timestamp, .credit, .related, .hashtags, .separator:
      true
    case .summary, .paragraph, .blockquote, .listItem, .caption, .correction, .attribute, .tableCell, .other: false
    }
  }

  /// Whether a block of this kind is running text: a neighbour that helps to translate the unit beside it.
  public var isBody: Bool {
    switch self {
    case .summary, .paragraph, .blockquote, .listItem, .caption, .correction, .tableCell, .other: true
    case .headline, .subheadline, .kicker, .byline, .dateline, .timestamp, .credit, .related, .attribute, .hashtags,
      .separator:
      false
    }
  }
}
