/// Why a value isn't one of our records; says what was due, at which byte and in which member.
package enum RecordDecodingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A null value says that something went; it is no record.
  case tombstone
  /// The bytes aren't UTF-8, from a byte on.
  case invalidUTF8(position: Int)
  /// The bytes aren't JSON.
  case json(JSONFault)
  /// The record is of another schema than asked for.
  case schema(String, expected: String, JSONFault)
  /// A member that such a record always has is absent, stands twice, or holds what it can't hold.
  case member(JSONFault)

  package var description: String {
    switch self {
    case .tombstone: "a null value is no record"
    case .invalidUTF8(let position): "no UTF-8 at byte \(position)"
    case .json(let fault), .member(let fault), .schema(_, _, let fault): fault.line
    }
  }
}
