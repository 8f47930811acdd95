/// Rows of text in columns as wide as their widest cell.
struct TextTable {
  private var rows: [[String]] = []
  private let titles: [String]
  /// The columns that hold numbers, set flush right.
  private let numeric: Set<Int>

  init(_ titles: [String], numeric: Set<Int> = []) {
    self.titles = titles
    self.numeric = numeric
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// The table's lines, the titles first.
  func lines() -> [String] {
    let all = [titles] + rows
    let widths = titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let isLast = column == row.count - 1
        line += numeric.contains(column) ? padding + cell : isLast ? cell : cell + padding
        if !isLast { line += "  " }
      }
      return line
    }
  }
}
