package import SentenceUnits

/// The stages of `process`, in their order; each can be run and measured alone.
extension ArticleProcessor {
  /// Reads a record's value as an article message.
  ///
  /// - Complexity: O(*n*) in the value's bytes.
  package func decode(_ record: InputRecord) throws(UnusableRecord) -> FeedMessage {
    try FeedDecoder(settings: settings).decode(record)
  }

  /// Takes a message's strings apart into blocks, each with its kind and language.
  ///
  /// - Complexity: O(*n*) in the bytes of the strings.
  package func blocks(of message: FeedMessage) -> SourceArticle {
    BlockBuilder(settings: settings).article(message)
  }

  /// Cuts an article into units within the limit of the settings.
  ///
  /// - Complexity: O(*n*) in the bytes of the article's fields.
  package func cut(
    _ article: SourceArticle, using scratch: inout CutterScratch
  ) throws(UnusableRecord) -> SegmentedArticle {
    try RecordHashes.cut(article, maxUnits: settings.maxUnits, &scratch)
  }

  /// Prepares the records of an article that was cut, unless they would repeat too much; `ArticleRecordSet.write` writes them.
  package func records(
    of article: SegmentedArticle, _ message: FeedMessage, from record: InputRecord, using scratch: inout CutterScratch
  ) throws(UnusableRecord) -> ArticleRecordSet {
    try RepetitionLimit(settings).check(article)
    return try ArticleRecordSet(
      record, article, status: Self.status(of: message, units: article.units.count), contentType: message.contentType,
      charset: message.charset?.name, contextText: settings.contextText, hasher: &scratch.hasher)
  }

  /// An article without a unit is empty, unless it is held back or gone: then that is what matters.
  static func status(of message: FeedMessage, units: Int) -> ArticleStatus {
    message.status == .usable && units == 0 ? .empty : message.status
  }
}
