/// Why bytes could not be decoded from a charset.
package enum CharsetError: Error, Sendable, Equatable {
  /// The bytes from a position on are none of the charset's.
  case invalid(position: Int)
  /// The text would have more bytes in UTF-8 than are taken.
  case tooLong
  /// The machine's C library hasn't the charset.
  case unavailable
}
