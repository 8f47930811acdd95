/// The offsets that a partition holds at a moment.
package struct Watermarks: Hashable, Sendable {
  /// The offset of the oldest record.
  package var low: Int64
  /// The offset behind the newest record.
  package var high: Int64

  package init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }
}
