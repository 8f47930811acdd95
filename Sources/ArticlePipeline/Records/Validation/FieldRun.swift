/// The units of one field, one behind the other.
struct FieldRun {
  let pointer: String
  /// Indices of the units.
  let units: Range<Int>

  /// The runs of units whose fields are given, in order.
  static func runs(of fields: some Sequence<String>) -> [FieldRun] {
    var runs: [FieldRun] = []
    var index = 0
    for field in fields {
      if let last = runs.last, last.pointer.utf8.elementsEqual(field.utf8) {
        runs[runs.count - 1] = FieldRun(pointer: field, units: last.units.lowerBound..<index + 1)
      } else {
        runs.append(FieldRun(pointer: field, units: index..<index + 1))
      }
      index += 1
    }
    return runs
  }
}
