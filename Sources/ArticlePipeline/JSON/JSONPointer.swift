/// A JSON Pointer (RFC 6901) being put together.
package struct JSONPointer: Sendable {
  /// The pointer so far; empty for the whole text.
  package private(set) var string = ""

  package init() {}

  /// Adds a member's name.
  package mutating func append(_ name: [UInt8]) {
    string += "/"
    for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "~": string += "~0"
      case "/": string += "~1"
      default: string.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds an element's index, from 0.
  package mutating func append(index: Int) {
    string += "/\(index)"
  }
}
