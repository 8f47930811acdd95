import Foundation

/// Everything that was measured.
struct Report: Encodable {
  var stages: [StageTable] = []
  var linearity: [Linearity] = []

  /// The report as JSON.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The report as tables for a terminal.
  func text() -> String {
    (stages.map(Self.text) + linearity.map(Self.text)).joined(separator: "\n")
  }

  private static func text(_ table: StageTable) -> String {
    let counts = table.rows.contains { $0.instructions != nil }
    var lines = [
      "\(table.article): \(table.bytes) bytes, \(table.units) units; µs of CPU an article, allocations also at ten times the text",
      cells("stage", "median", "budget", "", "share", "min", "max", "allocs", "x10", counts ? "instr" : ""),
    ]
    for row in table.rows {
      let verdict = row.budget.map { row.microseconds <= $0 ? "ok" : "OVER" } ?? ""
      lines.append(
        cells(
          row.stage, number(row.microseconds, 2), number(row.budget, 0), verdict,
          row.share.map { number($0, 0) + " %" } ?? "", number(row.least, 2), number(row.most, 2),
          row.allocations.map(String.init) ?? "", row.allocationsOfTenfold.map(String.init) ?? "",
          number(row.instructions, 0)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ table: Linearity) -> String {
    var lines = [cells("long articles", "bytes", "units", "", "µs/KB", "µs/KB out", "", "", "", "")]
    for row in table.rows {
      lines.append(
        cells(
          row.article, String(row.bytes), String(row.units), "", number(row.perKilobyte, 2),
          number(row.perOutputKilobyte, 2), "", "", "", ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cells(_ first: String, _ others: String...) -> String {
    var line = first.padding(toLength: max(28, first.count), withPad: " ", startingAt: 0)
    for cell in others { line += String(repeating: " ", count: max(10 - cell.count, 1)) + cell }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func number(_ value: Double?, _ places: Int) -> String {
    value.map { String(format: "%.\(places)f", $0) } ?? ""
  }
}
