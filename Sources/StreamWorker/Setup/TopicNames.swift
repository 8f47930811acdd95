/// The topics that a worker reads and writes.
package struct TopicNames: Sendable, Equatable {
  /// The input topics; at least one.
  package var articles: [String]
  /// Where units and article records go.
  package var units: String
  /// Where manifests go.
  package var manifests: String
  /// Where unusable records go.
  package var deadLetters: String

  /// Makes names; the contract's own unless told.
  package init(
    articles: [String] = ["articles"], units: String = "sentence-units", manifests: String = "article-manifests",
    deadLetters: String = "article-dead-letters"
  ) {
    self.articles = articles
    self.units = units
    self.manifests = manifests
    self.deadLetters = deadLetters
  }
}
