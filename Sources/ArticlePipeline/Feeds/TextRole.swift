internal import SentenceUnits

/// What a string of an article is: its canonical name, which is the scope of its units' ids.
package enum TextRole: String, Sendable, CaseIterable {
  // In reading order: units come in it, whatever the order of the message's members.
  case kicker, headline, subheadline, byline, dateline, summary, body, caption

  /// The place in reading order, from 0.
  var order: Int {
    switch self {
    case .kicker: 0
    case .headline: 1
    case .subheadline: 2
    case .byline: 3
    case .dateline: 4
    case .summary: 5
    case .body: 6
    case .caption: 7
    }
  }

  /// What a line of such a string is; the lines of a body are told apart by their form.
  var blockKind: BlockKind {
    switch self {
    case .kicker: .kicker
    case .headline: .headline
    case .subheadline: .subheadline
    case .byline: .byline
    case .dateline: .dateline
    case .summary: .summary
    case .body: .paragraph
    case .caption: .caption
    }
  }
}
