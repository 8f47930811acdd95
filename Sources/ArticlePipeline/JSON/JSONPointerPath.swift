/// A JSON Pointer (RFC 6901) to look a value up with.
package struct JSONPointerPath: Sendable, Equatable {
  /// The pointer as it was given.
  package let text: String
  /// The names on the way, escapes resolved.
  let names: [[UInt8]]

  /// Reads a pointer; `nil` where it is none, or names the whole text.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [[UInt8]] = []
    for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      var name: [UInt8] = []
      var isEscape = false
      for byte in part {
        if isEscape {
          guard byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else { return nil }
          name.append(byte == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
          isEscape = false
        } else if byte == UInt8(ascii: "~") {
          isEscape = true
        } else {
          name.append(byte)
        }
      }
      guard !isEscape else { return nil }
      names.append(name)
    }
    self.text = text
    self.names = names
  }
}
