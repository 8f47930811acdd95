/// Why libcrypto could not hash: it is broken, whatever the text.
public struct HashingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function of libcrypto that failed; it gives no reason.
  public let operation: String

  /// Names a failure.
  public init(operation: String) {
    self.operation = operation
  }

  /// What failed and where to look, for a person.
  public var description: String {
    "libcrypto can't compute SHA-256: \(operation) failed; is the library that is loaded the one of the system (ldd)?"
  }
}
