package import SentenceUnits

/// Turns an input record into output records: the whole of Nuqta's work on an article, as one pure function.
///
/// No clock, no network, no state: equal input and settings give equal bytes, on any machine.
package struct ArticleProcessor: Sendable {
  package let settings: ProcessorSettings

  package init(settings: ProcessorSettings = ProcessorSettings()) {
    self.settings = settings
  }

  /// Appends the records that an input record gives: units, article record and manifest, or one dead letter.
  ///
  /// Nothing of an article that fails is left in the arena.
  ///
  /// - Complexity: O(*n*) in the record's bytes.
  package func process(
    _ record: InputRecord, into arena: inout RecordArena, using scratch: inout CutterScratch
  ) -> ArticleOutcome {
    let mark = arena.mark
    do throws(UnusableRecord) {
      let message = try decode(record)
      let article = try segmented(message, &scratch)
      let records = try records(of: article, message, from: record, using: &scratch)
      try records.write(into: &arena, hasher: &scratch.hasher)
      try checkSizes(of: arena, from: mark)
      return .article(status: records.status, units: article.units.count)
    } catch {
      arena.truncate(to: mark)
      DeadLetter.write(record, error, settings, into: &arena)
      return .deadLetter(reason: error.reason)
    }
  }

  /// The same with memory of its own; for many articles keep a `CutterScratch`.
  package func process(_ record: InputRecord, into arena: inout RecordArena) -> ArticleOutcome {
    do throws(CutError) {
      var scratch = try CutterScratch()
      return process(record, into: &arena, using: &scratch)
    } catch {
      DeadLetter.write(record, UnusableRecord(.internal, error.description), settings, into: &arena)
      return .deadLetter(reason: .internal)
    }
  }

  /// Appends a record's dead letter for a reason that lies outside of it: an output that was refused, a crash.
  ///
  /// - Parameter withoutValue: Whether size and hash stand in for the value, since the whole letter was refused.
  package func reject(
    _ record: InputRecord, _ unusable: UnusableRecord, withoutValue: Bool, into arena: inout RecordArena
  ) -> ArticleOutcome {
    DeadLetter.write(record, unusable, settings, withoutValue: withoutValue, into: &arena)
    return .deadLetter(reason: unusable.reason)
  }

  /// Refuses an article of which a record is larger than the output takes: known before anything of it is produced.
  private func checkSizes(of arena: RecordArena, from mark: RecordArena.Mark) throws(UnusableRecord) {
    for index in arena.records(since: mark) {
      let size = arena.size(of: arena.records[index])
      guard size > settings.maxRecordBytes else { continue }
      throw UnusableRecord(
        .outputRefused,
        "a record of the article would have \(size) bytes, the output topics take \(settings.maxRecordBytes)")
    }
  }

  /// A message's blocks and units; a withdrawn article has neither.
  private func segmented(_ message: FeedMessage, _ scratch: inout CutterScratch) throws(UnusableRecord)
    -> SegmentedArticle
  {
    guard message.status != .withdrawn else {
      let identity = ArticleIdentity(uri: message.uri, version: message.version, language: message.language)
      return SegmentedArticle(source: SourceArticle(identity: identity, fields: []), units: [])
    }
    return try cut(blocks(of: message), using: &scratch)
  }
}
