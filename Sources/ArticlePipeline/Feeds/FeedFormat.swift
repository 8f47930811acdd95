/// A form of message that is read.
package enum FeedFormat: Sendable, Equatable {
  /// A JSON article of any dialect, in an envelope or not.
  case json
  /// The value is the body.
  case text
}
