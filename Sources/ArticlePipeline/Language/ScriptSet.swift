/// A set of scripts.
struct ScriptSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ scripts: Script...) {
    rawValue = scripts.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  func contains(_ script: Script) -> Bool { rawValue & 1 << UInt64(script.rawValue) != 0 }
}
