extension JSONReader {
  /// Reads a string and appends its UTF-8, escapes resolved.
  ///
  /// - Complexity: O(*n*); runs without an escape are copied whole.
  package mutating func readString(appendingTo output: inout [UInt8]) throws(JSONFault) {
    let start = position
    let key = try scanString()
    if key.isEscaped {
      output.reserveCapacity(output.count + key.range.count)
      Self.unescape(bytes, key.range, into: &output)
    } else {
      output.append(contentsOf: bytes[key.range])
    }
    assert(position > start)
  }

  /// Reads a string.
  package mutating func readString() throws(JSONFault) -> [UInt8] {
    let key = try scanString()
    guard key.isEscaped else { return Array(bytes[key.range]) }
    return Self.unescaped(bytes, key.range)
  }

  /// The bytes of a member's name, escapes resolved.
  package func name(of key: Key) -> [UInt8] {
    guard key.isEscaped else { return Array(bytes[key.range]) }
    var output: [UInt8] = []
    Self.unescape(bytes, key.range, into: &output)
    return output
  }

  /// Whether a member has this name.
  package func matches(_ key: Key, _ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    guard !key.isEscaped else {
      return self.name(of: key).elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: length))
    }
    guard key.range.count == length else { return false }
    for offset in 0..<length where bytes[key.range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  /// Passes over a string, checks it, and gives what stands between its quotation marks.
  mutating func scanString() throws(JSONFault) -> Key {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault("a string is due") }
    let start = position + 1
    var index = start
    var isEscaped = false
    while true {
      index = JSONText.endOfPlainRun(bytes, from: index, to: bytes.count)
      guard index < bytes.count else {
        position = bytes.count
        throw fault("the text ends inside a string")
      }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        position = index + 1
        return Key(range: start..<index, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index = try checkEscape(at: index)
      default:
        position = index
        throw fault("\(describe(bytes[index])) must be escaped in a string")
      }
    }
  }

  /// Checks the escape at a backslash and gives the index behind it.
  private mutating func checkEscape(at index: Int) throws(JSONFault) -> Int {
    position = index
    guard index + 1 < bytes.count else { throw fault("the text ends inside an escape") }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"):
      guard let unit = Self.hexUnit(bytes, at: index + 2) else {
        throw fault("four hexadecimal digits are due behind \\u")
      }
      if unit & 0xFC00 == 0xDC00 { throw fault("a lone low surrogate is no character") }
      guard unit & 0xFC00 == 0xD800 else { return index + 6 }
      guard index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u"),
        let low = Self.hexUnit(bytes, at: index + 8), low & 0xFC00 == 0xDC00
      else { throw fault("a lone high surrogate is no character") }
      return index + 12
    default:
      throw fault("no escape of JSON")
    }
  }

  /// Resolves the escapes of a string that `scanString` has checked, and appends the text.
  static func unescape(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) {
    if output.isEmpty {
      output = unescaped(bytes, range)
    } else {
      output += unescaped(bytes, range)
    }
  }

  /// A string that `scanString` has checked, its escapes resolved; never longer than it stands.
  static func unescaped(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { output, count in
      var index = range.lowerBound
      while index < range.upperBound {
        let end = JSONText.endOfPlainRun(bytes, from: index, to: range.upperBound)
        let run = end - index
        _ = output[count..<(count + run)].initialize(fromContentsOf: bytes[index..<end])
        count += run
        guard end + 1 < range.upperBound else { return }
        index = end + 2
        switch bytes[end + 1] {
        case UInt8(ascii: "b"): output[count] = 0x08
        case UInt8(ascii: "f"): output[count] = 0x0C
        case UInt8(ascii: "n"): output[count] = 0x0A
        case UInt8(ascii: "r"): output[count] = 0x0D
        case UInt8(ascii: "t"): output[count] = 0x09
        case UInt8(ascii: "u"):
          var value = UInt32(hexUnit(bytes, at: index) ?? 0xFFFD)
          index += 4
          if value & 0xFC00 == 0xD800, let low = hexUnit(bytes, at: index + 2) {
            value = 0x10000 + (value & 0x3FF) << 10 + (UInt32(low) & 0x3FF)
            index += 6
          }
          let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            output[count] = byte
            count += 1
          }
          continue
        case let other: output[count] = other
        }
        count += 1
      }
    }
  }

  private static func hexUnit(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index >= 0, index + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for offset in 0..<4 {
      let byte = bytes[index + offset]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
