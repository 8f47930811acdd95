import ArgumentParser
import ArticlePipeline
import Foundation
import SentenceUnits
import StreamWorker

/// Checks records against their schemas and the contract.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check records, in files or on topics, against their schemas and the contract.",
    usage: """
      nuqta validate [<options>] [<file>…|-]
      nuqta validate --brokers <host:port[,…]> [<options>] [<topic>…]
      """,
    discussion: """
      Files hold a record a line, as 'nuqta segment --format jsonl' and '--format manifest' write them; without one, standard \
      input is read. With the flag --brokers (its twin in the environment is not enough) the names are topics: those that \
      --units, --manifests and --dead-letters name, all three where none is given. Topics are read from their first record to \
      where they ended at the start, committed records only; no group is joined, nothing is committed.

      Ids, hashes, ranges, order and neighbours are computed anew from the texts; article records must list exactly the units \
      before them, manifests must agree with their units where both are read. Each finding says where, which rule, and what was \
      due. Part of an article before the whole of it, as at-least-once leaves it, is a warning; repeated records are a note.

      EXAMPLES
        nuqta segment --format jsonl article.txt | nuqta validate
        nuqta validate units.jsonl manifests.jsonl
        nuqta validate --brokers localhost:9092
        nuqta validate --brokers localhost:9092 --format json sentence-units

      EXIT CODES
        0   no violation; there may be warnings and notes
        64  wrong usage
        65  violations
        66  a file can't be read, or a topic does not exist
        69  no answer from the brokers
        74  the output can't be written
      """)

  /// How the outcome is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup(title: "Cluster") var cluster: ClusterOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions

  @Option(help: "What is printed: a line a finding and a table, or one JSON object.")
  var format = Format.text

  @Option(help: ArgumentHelp("How many findings of each rule are shown; all are counted.", valueName: "count"))
  var maxProblems = 5

  @Option(help: ArgumentHelp("How long the brokers may be silent, in seconds.", valueName: "seconds"))
  var timeout = 30

  @Argument(help: "Files, '-' for standard input; with --brokers, topics.")
  var names: [String] = []

  func validate() throws {
    guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout must be from 1 to 86400") }
    guard maxProblems >= 0 else { throw ValidationError("--max-problems must be at least 0") }
  }

  func run() throws {
    do {
      let report: ValidationReport = try cluster.brokers == nil ? checkFiles() : checkTopics()
      if report.log.count(of: .violation) > 0 { throw CommandFailure("", code: CommandFailure.unusable) }
    } catch let error as HashingError {
      throw CommandFailure(error.description, code: CommandFailure.unavailable)
    }
  }

  private func checkFiles() throws -> ValidationReport {
    var report = ValidationReport(format: format, limit: maxProblems)
    var checker = try RecordChecker()
    for name in names.isEmpty ? ["-"] : names {
      var number = 0
      do throws(LineReader.Failure) {
        var reader = try LineReader(file: name)
        while let line = try reader.next() {
          number += 1
          if line.isEmpty { continue }
          let record = CheckedRecord(
            stream: nil, position: .line(number, file: name == "-" ? "standard input" : name), value: line,
            envelope: nil)
          do throws(HashingError) {
            try checker.check(record)
          } catch {
            throw .hashing(error)
          }
          report.show(checker.log.take())
        }
      } catch {
        switch error {
        case .hashing(let error): throw error
        case .unreadable(let reason):
          throw CommandFailure(
            "can't read '\(name)': \(reason)" + (name.contains("/") ? "" : "; a topic needs --brokers"),
            code: CommandFailure.noInput)
        }
      }
    }
    checker.finish()
    report.show(checker.log.take())
    try report.end(checker.totals, checker.log)
    return report
  }

  private func checkTopics() throws -> ValidationReport {
    var session = try ReadingSession(cluster: cluster, topics: topics, timeout: timeout, Environment())
    let roles = session.settings.topics
    let known: [(topic: String, stream: ArticlePipeline.OutputStream)] = [
      (roles.units, .units), (roles.manifests, .manifests), (roles.deadLetters, .deadLetters),
    ]
    for name in names where !known.contains(where: { $0.topic == name }) {
      throw ValidationError(
        "'\(name)' is none of the topics \(known.map(\.topic).joined(separator: ", ")); "
          + "say what it holds with --units, --manifests or --dead-letters")
    }
    let wanted = known.filter { names.isEmpty || names.contains($0.topic) }
    let streams = Set(wanted.map(\.stream))
    var scope = RecordChecker.Scope()
    scope.isTopic = true
    scope.expectsManifests = streams.isSuperset(of: [.units, .manifests])
    var bounds: TopicBounds = [:]
    // The units' ends before and behind the manifests': so each manifest's units are read, and each set that was there has its
    // manifest, whatever a worker writes meanwhile.
    if streams.contains(.units) {
      for (partition, marks) in try session.bounds(of: roles.units) { scope.settled[partition.number] = marks.high }
    }
    for (topic, stream) in wanted.reversed() {
      let found = try session.bounds(of: topic)
      bounds.merge(found) { $1 }
      if stream == .units { scope.cutOff = Set(found.filter { $0.value.low > 0 }.map { $0.key.number }) }
    }
    var report = ValidationReport(format: format, limit: maxProblems)
    var checker = try RecordChecker(scope)
    var problem: HashingError?
    let byTopic = Dictionary(uniqueKeysWithValues: wanted.map { ($0.topic, $0.stream) })
    try session.read(bounds, title: wanted.map(\.topic).joined(separator: ", ")) { record in
      do throws(HashingError) {
        try checker.check(CheckedRecord(record, stream: byTopic[record.topic]))
      } catch {
        problem = error
        return false
      }
      report.show(checker.log.take())
      return true
    }
    if let problem { throw problem }
    checker.finish()
    report.show(checker.log.take())
    try report.end(checker.totals, checker.log)
    return report
  }
}

extension CheckedRecord {
  /// A record as it was read from a topic.
  init(_ record: InputRecord, stream: ArticlePipeline.OutputStream?) {
    self.init(
      stream: stream,
      position: .record(topic: record.topic, partition: record.partition, offset: record.offset), value: record.value,
      envelope: Envelope(key: record.key, headers: record.headers, timestamp: record.timestamp))
  }
}
