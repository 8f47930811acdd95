extension JSONReader {
  /// Reads a number and gives its bytes as they stand.
  package mutating func readNumber() throws(JSONFault) -> Range<Int> {
    skipWhiteSpace()
    let start = position
    if peekByte == UInt8(ascii: "-") { position += 1 }
    if peekByte == UInt8(ascii: "0") {
      position += 1
      if let byte = peekByte, Self.isDigit(byte) { throw fault("a number has no leading zero") }
    } else {
      try takeDigits()
    }
    if peekByte == UInt8(ascii: ".") {
      position += 1
      try takeDigits()
    }
    if peekByte == UInt8(ascii: "e") || peekByte == UInt8(ascii: "E") {
      position += 1
      if peekByte == UInt8(ascii: "+") || peekByte == UInt8(ascii: "-") { position += 1 }
      try takeDigits()
    }
    return start..<position
  }

  /// Reads a number that must be a whole one within 64 bits.
  package mutating func readInteger() throws(JSONFault) -> Int {
    let range = try readNumber()
    guard let value = Int(String(decoding: bytes[range], as: UTF8.self)) else {
      throw fault("a whole number is due", at: range.lowerBound)
    }
    return value
  }

  private var peekByte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func takeDigits() throws(JSONFault) {
    guard let byte = peekByte, Self.isDigit(byte) else { throw fault("a digit is due in a number") }
    while let byte = peekByte, Self.isDigit(byte) { position += 1 }
  }
}
