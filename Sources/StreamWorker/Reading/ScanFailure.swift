/// Why topics can't be read to their end.
package enum ScanFailure: Error, Sendable, Equatable {
  /// A topic does not exist.
  case missing(topic: String)
  /// No answer came for so many seconds; with the last reason, if there was one.
  case silent(seconds: Int, reason: String?)
  /// The brokers or the client refuse.
  case refused(String)
}
