/// Why libcrypto could not hash: it is broken or misconfigured, whatever the text.
public struct HashingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function of libcrypto that failed.
  public let operation: String
  /// libcrypto's error code, 0 where it gave none; `openssl errstr` explains its hexadecimal form.
  public let code: UInt

  /// Names a failure.
  public init(operation: String, code: UInt) {
    self.operation = operation
    self.code = code
  }

  /// What failed and how to look it up, for a person.
  public var description: String {
    let number = String(code, radix: 16, uppercase: true)
    return "libcrypto can't compute SHA-256: \(operation) failed with error \(number)"
      + " (see `openssl errstr \(number)`; is the default provider switched off in openssl.cnf?)"
  }
}
