/// The latest records, as far as it matters which of them became dead letters.
struct RecentLetters: Sendable {
  private let limit: DeadLetterLimit
  private var isLetter: [Bool] = []
  private var next = 0
  private(set) var count = 0

  init(limit: DeadLetterLimit) {
    self.limit = limit
  }

  /// Adds a record, and says whether too many are dead letters now.
  mutating func add(isLetter new: Bool) -> Bool {
    if isLetter.count < limit.window {
      isLetter.append(new)
    } else {
      if isLetter[next] { count -= 1 }
      isLetter[next] = new
      next = (next + 1) % limit.window
    }
    if new { count += 1 }
    return isLetter.count == limit.window && count * 100 > limit.percent * limit.window
  }

  /// What is said when it is too many.
  var report: String {
    "\(count) of the latest \(limit.window) records became dead letters, more than --max-dead-letter-share \(limit.percent)%/\(limit.window) "
      + "allows: look at their reasons in the dead-letter topic, mend the settings or the feed, and start again; the batch at hand was "
      + "not committed"
  }
}
