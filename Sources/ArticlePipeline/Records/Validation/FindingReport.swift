/// The outcome of a check as one JSON object, for programs.
package struct FindingReport: Sendable {
  private let totals: CheckTotals
  private let counts: [RecordRule: Int]
  private let findings: [Finding]

  /// Makes a report; `findings` are those that are shown, `log` counts all.
  package init(_ totals: CheckTotals, _ log: FindingLog, findings: [Finding]) {
    self.totals = totals
    counts = log.counts
    self.findings = findings
  }

  /// The report's bytes: `checked`, `rules` (how often each was broken) and `findings`.
  package var json: [UInt8] {
    var bytes: [UInt8] = []
    _ = bytes.write(write)
    return bytes
  }

  private func write(to output: inout ByteOutput) {
    JSONWriter.raw("{\"checked\":{", to: &output)
    for (index, total) in totals.named.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONWriter.string(total.name, to: &output)
      output.append(UInt8(ascii: ":"))
      JSONWriter.number(total.count, to: &output)
    }
    JSONWriter.raw("},\"rules\":[", to: &output)
    var isFirst = true
    for rule in RecordRule.allCases {
      guard let count = counts[rule] else { continue }
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      Self.open(rule, to: &output)
      JSONWriter.raw(",\"count\":", to: &output)
      JSONWriter.number(count, to: &output)
      output.append(UInt8(ascii: "}"))
    }
    JSONWriter.raw("],\"findings\":[", to: &output)
    for (index, finding) in findings.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      Self.write(finding, to: &output)
    }
    JSONWriter.raw("]}", to: &output)
  }

  private static func open(_ rule: RecordRule, to output: inout ByteOutput) {
    JSONWriter.raw("{\"rule\":", to: &output)
    JSONWriter.string(rule.rawValue, to: &output)
    JSONWriter.raw(",\"severity\":", to: &output)
    JSONWriter.string(rule.severity.rawValue, to: &output)
  }

  private static func write(_ finding: Finding, to output: inout ByteOutput) {
    open(finding.rule, to: &output)
    switch finding.position {
    case .line(let number, let file):
      JSONWriter.raw(",\"file\":", to: &output)
      JSONWriter.string(file, to: &output)
      JSONWriter.raw(",\"line\":", to: &output)
      JSONWriter.number(number, to: &output)
    case .record(let topic, let partition, let offset):
      JSONWriter.raw(",\"topic\":", to: &output)
      JSONWriter.string(topic, to: &output)
      JSONWriter.raw(",\"partition\":", to: &output)
      JSONWriter.number(Int(partition), to: &output)
      JSONWriter.raw(",\"offset\":", to: &output)
      JSONWriter.number(Int(offset), to: &output)
    }
    JSONWriter.raw(",\"place\":", to: &output)
    JSONWriter.string(finding.place, to: &output)
    if let byte = finding.byte {
      JSONWriter.raw(",\"byte\":", to: &output)
      JSONWriter.number(byte, to: &output)
    }
    JSONWriter.raw(",\"due\":", to: &output)
    JSONWriter.string(finding.due, to: &output)
    output.append(UInt8(ascii: "}"))
  }
}
