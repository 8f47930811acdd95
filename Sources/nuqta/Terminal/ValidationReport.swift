import ArticlePipeline

/// Prints what `validate` finds: findings as they come and a summary, or one JSON object at the end.
struct ValidationReport {
  private let format: ValidateCommand.Format
  /// How many findings of each rule are shown.
  private let limit: Int
  private var shown: [RecordRule: Int] = [:]
  private var kept: [Finding] = []
  /// What was counted, once the check is over.
  private(set) var log = FindingLog()

  init(format: ValidateCommand.Format, limit: Int) {
    self.format = format
    self.limit = limit
  }

  /// Takes findings in their order.
  mutating func show(_ findings: [Finding]) {
    for finding in findings {
      let count = shown[finding.rule, default: 0]
      guard count < limit else { continue }
      shown[finding.rule] = count + 1
      switch format {
      case .json: kept.append(finding)
      case .text: show(finding)
      }
    }
  }

  private func show(_ finding: Finding) {
    let output = Console.output
    let place = finding.place.isEmpty ? "" : " \(finding.place)"
    let byte = finding.byte.map { " byte \($0)" } ?? ""
    output.line(
      UnitListing.oneLine("\(finding.position)\(place)\(byte): ")
        + output.styled(finding.rule.rawValue, Self.style(finding.rule.severity))
        + ": due: " + UnitListing.oneLine(finding.due))
  }

  /// Prints the summary.
  mutating func end(_ totals: CheckTotals, _ log: FindingLog) throws {
    self.log = log
    let output = Console.output
    switch format {
    case .json:
      guard output.write(FindingReport(totals, log, findings: kept).json + [0x0A]) else {
        throw CommandFailure("can't write the report", code: CommandFailure.outputFailed)
      }
    case .text:
      if !log.counts.isEmpty {
        if !shown.isEmpty { output.line() }
        showTable(log, on: output)
      }
      let isWritten = output.line("\(Self.summary(totals)): \(verdict(log, output))")
      if !isWritten { throw CommandFailure("can't write the report", code: CommandFailure.outputFailed) }
    }
  }

  private func showTable(_ log: FindingLog, on output: Console) {
    var table = TextTable(["rule", "severity", "count", "not shown"], numeric: [2, 3])
    for rule in RecordRule.allCases {
      guard let count = log.counts[rule] else { continue }
      let hidden = count - shown[rule, default: 0]
      table.add([rule.rawValue, rule.severity.rawValue, String(count), String(hidden)])
    }
    let lines = table.lines()
    output.line(output.styled(lines[0], .bold))
    for line in lines.dropFirst() { output.line(line) }
  }

  private func verdict(_ log: FindingLog, _ output: Console) -> String {
    let parts = RecordRule.Severity.allCases.compactMap { severity -> String? in
      let count = log.count(of: severity)
      return count == 0 ? nil : output.styled(UnitListing.count(count, severity.rawValue), Self.style(severity))
    }
    return parts.isEmpty ? output.styled("all is as it should be", .green) : parts.joined(separator: ", ")
  }

  private static func summary(_ totals: CheckTotals) -> String {
    let parts = [
      (totals.units, "unit"), (totals.articles, "article record"), (totals.manifests, "manifest"),
      (totals.tombstones, "null value"), (totals.deadLetters, "dead letter"),
    ].filter { $0.0 > 0 }.map { UnitListing.count($0.0, $0.1) }
    return UnitListing.count(totals.records, "record") + " checked"
      + (parts.isEmpty ? "" : ", " + parts.joined(separator: ", "))
  }

  private static func style(_ severity: RecordRule.Severity) -> Console.Style {
    switch severity {
    case .violation: .red
    case .warning: .yellow
    case .note: .dim
    }
  }
}
