import ArticlePipeline

/// Finding the article that a broker won't take, and getting past it without losing it.
///
/// A refused record spoils the batch it is in. Its article is done again in a batch of its own; refused there too, it goes to the
/// dead letters whole; if even that is refused, without its value. Each step is one of three, so this ends.
extension LaneMachine {
  /// Decides what becomes of the articles refused; gives the exit where nothing is left to try.
  mutating func treat(_ refusals: [Refusal]) -> WorkerExit? {
    guard let articles = batch?.articles else { return nil }
    let isAlone = articles.count == 1
    for refusal in refusals where articles.indices.contains(refusal.article) {
      let position = articles[refusal.article]
      switch treatments[position] {
      case nil where !isAlone:
        treatments[position] = .alone
      case nil, .alone:
        let unusable = UnusableRecord(
          .outputRefused,
          "topic '\(refusal.topic)' refused a record of the article: \(refusal.code), \(refusal.explanation)")
        treatments[position] = .letter(unusable, withoutValue: false)
      case .letter(let unusable, withoutValue: false):
        treatments[position] = .letter(unusable, withoutValue: true)
      case .letter(_, withoutValue: true):
        return .setUp(
          "topic '\(refusal.topic)' refuses even the dead letter without its value of \(position): \(refusal.code), "
            + refusal.explanation)
      }
    }
    return nil
  }

  /// Forgets the treatment of what is done.
  mutating func forgetTreatments(before offsets: [InputPartition: CommittedOffset]) {
    guard !treatments.isEmpty else { return }
    treatments = treatments.filter { position, _ in
      offsets[position.partition].map { position.offset >= $0.offset } ?? true
    }
  }
}
