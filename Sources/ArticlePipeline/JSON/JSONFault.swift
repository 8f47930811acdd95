/// Why bytes aren't the JSON that was wanted, and where.
package struct JSONFault: Error, Sendable, Equatable {
  /// What is wrong, in words; the same for the same bytes.
  package let message: String
  /// The byte at which it shows, from the start of the bytes read.
  package let position: Int
  /// The JSON Pointer (RFC 6901) of the value being read.
  package let pointer: String

  package init(message: String, position: Int, pointer: String) {
    self.message = message
    self.position = position
    self.pointer = pointer
  }

  /// One line for a person: what, at which byte, in which value.
  package var line: String {
    "\(message) at byte \(position)" + (pointer.isEmpty ? "" : " in \(pointer)")
  }
}
