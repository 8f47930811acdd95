extension JSONReader {
  /// A fault at the reader's position, or at another one.
  package func fault(_ message: String, at index: Int? = nil) -> JSONFault {
    JSONFault(message: message, position: index ?? position, pointer: pointer)
  }

  /// The JSON Pointer of the value being read.
  package var pointer: String {
    var pointer = JSONPointer()
    for level in levels where level.count > 0 {
      if level.isObject { pointer.append(name(of: level.key)) } else { pointer.append(index: level.count - 1) }
    }
    return prefix + pointer.string
  }

  /// A byte in words, as an error names it.
  func describe(_ byte: UInt8) -> String {
    byte >= 0x21 && byte < 0x7F
      ? "'\(Unicode.Scalar(byte))'" : "byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
  }
}
