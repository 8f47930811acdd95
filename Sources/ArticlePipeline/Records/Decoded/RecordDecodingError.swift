/// Why a value isn't one of our records.
package enum RecordDecodingError: Error, Sendable, Equatable {
  /// The bytes aren't the JSON of such a record.
  case json(JSONFault)
  /// The bytes aren't UTF-8, from a byte on.
  case invalidUTF8(position: Int)
  /// The record is of another type or schema than asked for.
  case schema(String)
  /// A member that such a record always has is absent, or holds what it can't hold.
  case member(String)
}
