/// The state of an article, as its article record gives it.
package enum ArticleStatus: String, Sendable {
  /// May be published; its units are listed.
  case usable
  /// Held back by the publisher; its units are listed all the same.
  case withheld
  /// Killed by the publisher: no unit of it is current.
  case withdrawn
  /// Holds no text.
  case empty
}
