/// Why a string is not the base32 of a digest.
public enum Base32Error: Error, Hashable, Sendable, CustomStringConvertible {
  /// A digest has 26 characters.
  case length(Int)
  /// A character that is not one of `a`–`z`, `2`–`7`, at an offset from 0.
  case character(offset: Int)
  /// The last character holds bits beyond the sixteen bytes: another spelling of the same digest, which no writer makes.
  case excessBits
  /// An id must begin with another letter.
  case prefix(expected: Character)

  /// What is wrong, for a person.
  public var description: String {
    switch self {
    case .length(let count): "base32 of a digest has \(Base32.digestLength) characters, not \(count)"
    case .character(let offset): "character \(offset) is not one of a-z, 2-7"
    case .excessBits: "the last character holds more than the digest's bits"
    case .prefix(let expected): "the id must begin with \"\(expected)\""
    }
  }
}
