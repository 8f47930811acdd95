/// Which of the worker's output topics a record goes to.
package enum OutputStream: UInt8, Sendable, CaseIterable {
  /// `sentence-units`: units, then the article record that closes them.
  case units
  /// `article-manifests`: one record an article, compacted.
  case manifests
  /// `article-dead-letters`: what can't be used, untouched, with the reason.
  case deadLetters
}
