/// The id of a unit as it is written: `u` and 26 characters of base32.
public struct UnitID: Hashable, Sendable, CustomStringConvertible {
  /// What the id is made of.
  public let digest: Digest128

  /// Makes an id of a digest.
  public init(_ digest: Digest128) {
    self.digest = digest
  }

  /// Reads an id as `description` writes it.
  public init(_ text: String) throws(Base32Error) {
    guard text.utf8.first == UInt8(ascii: "u") else { throw .prefix(expected: "u") }
    digest = try Digest128(base32: String(text.dropFirst()))
  }

  /// Appends the id's 27 bytes.
  public func write(into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "u"))
    digest.write(into: &bytes)
  }

  /// The id as it is written: its letter and 26 characters.
  public var description: String { "u" + digest.base32 }
}
