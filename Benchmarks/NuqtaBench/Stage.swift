/// A piece of work that is measured.
struct Stage {
  let name: String
  /// Microseconds an article of 2.6 KB may take; `nil` where there is no limit of its own.
  var budget: Double?
  let run: () throws -> Void
}
