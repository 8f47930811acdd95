import ArticlePipeline

extension CrashJournal {
  /// What may speak against an article before it is set aside: two traps, or ten kills.
  private static var limit: Int { 2 * trapWeight }

  /// What is done with the suspects: each alone, and those that have trapped twice not at all.
  package var treatments: [ArticlePosition: Treatment] {
    var treatments: [ArticlePosition: Treatment] = [:]
    for suspect in suspects {
      treatments[suspect.position] =
        suspect.weight < Self.limit
        ? .alone
        : .letter(
          UnusableRecord(.crashed, "the worker's process has ended in the middle of the article again and again"),
          withoutValue: false)
    }
    return treatments
  }
}
