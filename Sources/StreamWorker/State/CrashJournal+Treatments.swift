import ArticlePipeline

extension CrashJournal {
  /// How many processes an article may end before it is set aside.
  private static var limit: Int { 2 }

  /// What is done with the suspects: each alone, and those that have ended the process twice not at all.
  package var treatments: [ArticlePosition: Treatment] {
    var treatments: [ArticlePosition: Treatment] = [:]
    for suspect in suspects {
      treatments[suspect.position] =
        suspect.crashes < Self.limit
        ? .alone
        : .letter(
          UnusableRecord(.crashed, "the article has ended the worker's process \(suspect.crashes) times"),
          withoutValue: false)
    }
    return treatments
  }
}
