/// What an operator can set of the way an article becomes records; part of what makes equal input give equal output.
package struct ProcessorSettings: Sendable, Equatable {
  /// The largest value that is taken, in bytes.
  package var maxArticleBytes = 1_000_000
  /// The most units an article may have.
  package var maxUnits = 20_000
  /// The largest record that the output topics take, in bytes, with key and headers.
  package var maxRecordBytes = 16 << 20
  /// The language of an article that declares none and whose text doesn't tell; a BCP 47 tag.
  package var defaultLanguage: String?
  /// How many neighbours' texts each way a unit carries; 0 gives their ids alone and no heading's text.
  package var contextText = 1
  /// Where a JSON message holds its identity, before `uri`, `id` and the key.
  package var identity: JSONPointerPath?

  package init() {}
}
