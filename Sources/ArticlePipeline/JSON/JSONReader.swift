/// A strict JSON reader (RFC 8259): one pass over valid UTF-8, no tree, no recursion.
///
/// The caller pulls: `peek` says what comes, `enterObject`/`nextKey`, `enterArray`/`nextElement`, `readString` and `skipValue` go on.
/// Nesting is bounded by `depthLimit`, so hostile input costs no more memory than honest input. What is skipped is checked as
/// strictly as what is read. The bytes must be valid UTF-8; the reader doesn't check that again.
package struct JSONReader: Sendable {
  /// What a value is, by its first byte.
  package enum Kind: Sendable, Equatable {
    case object, array, string, number, bool, null
  }

  /// A member's name as it stands between its quotation marks.
  package struct Key: Sendable, Equatable {
    package let range: Range<Int>
    package let isEscaped: Bool
  }

  /// A container being read.
  struct Level {
    var isObject: Bool
    /// How many members or elements have been begun.
    var count: Int
    /// The name of the member being read.
    var key: Key
  }

  /// How deep objects and arrays may be nested.
  package static let depthLimit = 64

  let bytes: [UInt8]
  /// The next byte to be read.
  package internal(set) var position: Int
  var levels: [Level] = []

  /// The pointer of the value that is read, within the text it was taken from.
  let prefix: String

  /// Reads bytes from a position on; `prefix` is the pointer of the value that stands there, where it is a part of a text.
  package init(_ bytes: [UInt8], from position: Int = 0, prefix: String = "") {
    self.bytes = bytes
    self.position = position
    self.prefix = prefix
    levels.reserveCapacity(8)
  }

  /// How many objects and arrays are open.
  package var depth: Int { levels.count }

  /// What the next value is; its bytes aren't consumed, white space before it is.
  package mutating func peek() throws(JSONFault) -> Kind {
    skipWhiteSpace()
    guard position < bytes.count else { throw fault("the text ends where a value is due") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw fault("no value begins with \(describe(bytes[position]))")
    }
  }

  /// Opens an object.
  package mutating func enterObject() throws(JSONFault) {
    try enter(UInt8(ascii: "{"), isObject: true)
  }

  /// Opens an array.
  package mutating func enterArray() throws(JSONFault) {
    try enter(UInt8(ascii: "["), isObject: false)
  }

  /// The next member's name, its value being next; `nil` closes the object.
  package mutating func nextKey() throws(JSONFault) -> Key? {
    guard try nextItem(closing: UInt8(ascii: "}")) else { return nil }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault("a member's name is due") }
    let key = try scanString()
    levels[levels.count - 1].key = key
    skipWhiteSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw fault("a colon is due behind the member's name")
    }
    position += 1
    return key
  }

  /// Whether there is a next element; `false` closes the array.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    try nextItem(closing: UInt8(ascii: "]"))
  }

  /// The index of the element being read in the innermost array, from 0.
  package var elementIndex: Int { (levels.last?.count ?? 1) - 1 }

  /// Passes over the next value, whatever it is.
  package mutating func skipValue() throws(JSONFault) {
    let base = levels.count
    while true {
      switch try peek() {
      case .object: try enterObject()
      case .array: try enterArray()
      case .string: _ = try scanString()
      case .number: _ = try readNumber()
      case .bool: _ = try readBool()
      case .null: try readNull()
      }
      var hasNext = false
      while levels.count > base, !hasNext {
        hasNext = levels[levels.count - 1].isObject ? try nextKey() != nil : try nextElement()
      }
      if levels.count == base { return }
    }
  }

  /// Checks that nothing but white space follows.
  package mutating func finish() throws(JSONFault) {
    skipWhiteSpace()
    guard position == bytes.count else { throw fault("more bytes follow the end of the text") }
  }

  /// Reads `true` or `false`.
  package mutating func readBool() throws(JSONFault) -> Bool {
    if take("true") { return true }
    if take("false") { return false }
    throw fault("no literal of JSON")
  }

  /// Reads `null`.
  package mutating func readNull() throws(JSONFault) {
    guard take("null") else { throw fault("no literal of JSON") }
  }

  /// Passes over white space.
  mutating func skipWhiteSpace() {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      index += 1
    }
    position = index
  }

  private mutating func enter(_ opening: UInt8, isObject: Bool) throws(JSONFault) {
    skipWhiteSpace()
    guard position < bytes.count, bytes[position] == opening else {
      throw fault(isObject ? "an object is due" : "an array is due")
    }
    guard levels.count < Self.depthLimit else { throw fault("nested deeper than \(Self.depthLimit) levels") }
    position += 1
    levels.append(Level(isObject: isObject, count: 0, key: Key(range: position..<position, isEscaped: false)))
  }

  private mutating func nextItem(closing: UInt8) throws(JSONFault) -> Bool {
    skipWhiteSpace()
    guard let level = levels.last, position < bytes.count else { throw fault("the text ends inside a value") }
    if bytes[position] == closing {
      position += 1
      levels.removeLast()
      return false
    }
    if level.count > 0 {
      guard bytes[position] == UInt8(ascii: ",") else {
        throw fault("a comma or the closing bracket is due, not \(describe(bytes[position]))")
      }
      position += 1
      skipWhiteSpace()
      guard position < bytes.count else { throw fault("the text ends inside a value") }
    }
    levels[levels.count - 1].count += 1
    return true
  }

  private mutating func take(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard bytes.count - position >= length else { return false }
    for offset in 0..<length where bytes[position + offset] != literal.utf8Start[offset] { return false }
    position += length
    return true
  }
}
