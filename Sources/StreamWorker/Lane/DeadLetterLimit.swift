/// How many of the latest records may be dead letters before the worker stops: a wrong setting must not send a whole topic there while
/// every light is green.
package struct DeadLetterLimit: Equatable, Sendable {
  /// The share, in percent, that may not be exceeded.
  package let percent: Int
  /// Of how many records: nothing is decided before that many were read.
  package let window: Int

  package init?(percent: Int, window: Int) {
    guard (0...100).contains(percent), (1...1_000_000).contains(window) else { return nil }
    self.percent = percent
    self.window = window
  }

  /// Reads `20%/1000`: more than twenty of a hundred, among the latest thousand.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasSuffix("%"), let percent = Int(parts[0].dropLast()), let window = Int(parts[1])
    else { return nil }
    self.init(percent: percent, window: window)
  }
}
