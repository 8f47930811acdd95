import ArticlePipeline
import FuzzChecks
import Testing

/// Unusable and odd messages: each has the documented outcome, and whatever comes of it keeps the contract.
@Suite struct HostileMessageTests {
  @Test func everyMessage() throws {
    let messages = try HostileMessage.all()
    #expect(messages.count >= 200)
    for message in messages {
      do {
        // Of the longest the outcome is enough: a debug build takes half a minute to check all their records twice.
        let isLong = message.record.value.map { $0.count > Self.longest } ?? false
        let outcome = isLong ? Self.outcome(message.record) : try RecordContract(message.record).check()
        if let difference = Self.difference(outcome, message.expected) {
          Issue.record("\(message.name): \(difference) \(Self.detail(message.record))")
        }
        if let texts = message.texts { #expect(Self.texts(message.record) == texts, "\(message.name)") }
      } catch {
        Issue.record("\(message.name): \(error)")
      }
    }
  }

  private static let longest = 100_000

  private static func outcome(_ record: InputRecord) -> ArticleOutcome {
    var arena = RecordArena()
    return ArticleProcessor().process(record, into: &arena)
  }

  /// What came instead of what was expected; `nil` where it came.
  private static func difference(_ outcome: ArticleOutcome, _ expected: String) -> String? {
    let found: String
    switch outcome {
    case .article(let status, let units):
      if expected == status.rawValue { return nil }
      found = "\(status.rawValue) \(units)"
    case .deadLetter(let reason): found = reason.rawValue
    }
    return found == expected ? nil : "it is \(found), not \(expected)"
  }

  private static func detail(_ record: InputRecord) -> String {
    do throws(UnusableRecord) {
      _ = try FeedDecoder(settings: ProcessorSettings()).decode(record)
      return ""
    } catch {
      return String(error.detail.prefix(200))
    }
  }

  private static func texts(_ record: InputRecord) -> [String] {
    var arena = RecordArena()
    _ = ArticleProcessor().process(record, into: &arena)
    return arena.records.compactMap { record in
      record.value.flatMap { try? UnitRecord(decoding: Array(arena.bytes[$0])) }?.text
    }
  }
}
