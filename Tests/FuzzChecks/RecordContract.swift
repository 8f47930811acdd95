package import ArticlePipeline
import Foundation
import SentenceUnits

/// What docs/formats.md promises of the records of one input record, checked on their bytes.
package struct RecordContract {
  private let record: InputRecord
  private let settings: ProcessorSettings

  package init(_ record: InputRecord, _ settings: ProcessorSettings = ProcessorSettings()) {
    self.record = record
    self.settings = settings
  }

  /// Processes the record and checks all that comes of it.
  @discardableResult
  package func check() throws -> ArticleOutcome {
    var scratch = try CutterScratch()
    let (arena, outcome) = run(&scratch)
    // With memory that was used before, and with what another article left in it.
    let (again, _) = run(&scratch)
    try Breach.unless(
      again.bytes == arena.bytes && again.records == arena.records && again.headers == arena.headers,
      "not the same bytes twice")
    let output = arena.records.dropFirst(Self.before).map { OutputRecord(arena, $0) }
    switch outcome {
    case .article(let status, let units):
      try ArticleContract(record, try FeedDecoder(settings: settings).decode(record), output).check(status, units)
      for record in output {
        try Breach.unless(record.size <= settings.maxRecordBytes, "a record of \(record.size) bytes, above the limit")
      }
    case .deadLetter(let reason):
      try DeadLetterContract(record, settings).check(output, reason)
    }
    return outcome
  }

  /// How many records of another article stand in the arena first.
  private static let before = 2

  private func run(_ scratch: inout CutterScratch) -> (RecordArena, ArticleOutcome) {
    var arena = RecordArena()
    let other = InputRecord(
      topic: "articles", partition: 3, offset: 40, timestamp: 1, key: Array("another".utf8), value: nil)
    _ = ArticleProcessor(settings: ProcessorSettings()).process(other, into: &arena, using: &scratch)
    let outcome = ArticleProcessor(settings: settings).process(record, into: &arena, using: &scratch)
    return (arena, outcome)
  }
}
