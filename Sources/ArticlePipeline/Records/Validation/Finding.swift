/// Something that a check has found: which rule, at which record, where in it, and what was due.
package struct Finding: Sendable, Equatable {
  package let rule: RecordRule
  package let position: RecordPosition
  /// The part of the record: a JSON Pointer into the value, `key`, `timestamp` or `header NAME`; empty for the whole value.
  package let place: String
  /// The byte in the value, where that is known.
  package let byte: Int?
  /// What was due, and what is there instead where that helps.
  package let due: String

  /// One line for a person, without the rule.
  package var line: String {
    let part = place.isEmpty ? "" : " \(place)"
    return "\(position)\(part)\(byte.map { " byte \($0)" } ?? ""): \(due)"
  }
}
