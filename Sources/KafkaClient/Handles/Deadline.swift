/// A point in time that a call of several steps must end by.
struct Deadline {
  private let end: ContinuousClock.Instant?

  /// Milliseconds from now; negative is never.
  init(milliseconds: Int32) {
    end = milliseconds < 0 ? nil : ContinuousClock.now + .milliseconds(milliseconds)
  }

  /// Milliseconds left, at least 0; -1 (librdkafka's «for ever») where there is no end.
  var remaining: Int32 {
    guard let end else { return -1 }
    let left = (end - ContinuousClock.now) / Duration.milliseconds(1)
    return left <= 0 ? 0 : Int32(clamping: Int64(left.rounded(.up)))
  }

  /// Whether nothing is left.
  var hasPassed: Bool { remaining == 0 }

  /// Milliseconds left, but never more than `most`.
  func remaining(atMost most: Int32) -> Int32 {
    let left = remaining
    return left < 0 ? most : min(left, most)
  }
}
