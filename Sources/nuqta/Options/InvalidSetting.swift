/// A setting whose value can't be used.
struct InvalidSetting: Error, CustomStringConvertible {
  let name: String
  let value: String
  let wanted: String

  var description: String { "\(name) is '\(value)'; it must be \(wanted)" }
}
