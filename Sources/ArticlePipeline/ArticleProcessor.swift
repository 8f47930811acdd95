import SentenceUnits

/// Turns an input record into output records: the whole of Nuqta's work on an article, as one pure function.
///
/// No clock, no network, no state: equal input and settings give equal bytes, on any machine.
package struct ArticleProcessor: Sendable {
  package let settings: ProcessorSettings

  package init(settings: ProcessorSettings = ProcessorSettings()) {
    self.settings = settings
  }

  /// Appends the records that an input record gives: units, article record and manifest, or one dead letter.
  package func process(_ record: InputRecord, into arena: inout RecordArena) -> ArticleOutcome {
    // Stand-in until the pipeline lands.
    .deadLetter(reason: .internal)
  }
}
