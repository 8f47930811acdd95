/// A form of message that is read.
package enum FeedFormat: Sendable, Equatable {
  /// A JSON object with the plain aliases.
  case json
  /// The value is the body.
  case text
}
