import ArgumentParser

/// A command that could not do its work, and the exit code that says so.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  let code: Int32

  init(_ description: String, code: Int32) {
    self.description = description
    self.code = code
  }

  /// The input is there but unusable (`EX_DATAERR`).
  static let unusable: Int32 = 65
  /// The input can't be read (`EX_NOINPUT`).
  static let noInput: Int32 = 66
  /// Something between us and Kafka failed (`EX_UNAVAILABLE`).
  static let unavailable: Int32 = 69
  /// The output can't be written (`EX_IOERR`).
  static let outputFailed: Int32 = 74
}
