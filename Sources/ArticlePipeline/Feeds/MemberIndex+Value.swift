internal import SentenceUnits

extension MemberIndex.Value {
  /// A string's bytes, escapes resolved.
  func string(in bytes: [UInt8]) -> [UInt8] {
    isEscaped ? JSONReader.unescaped(bytes, range) : Array(bytes[range])
  }

  /// Whether it is a number without fraction and exponent.
  func isWholeNumber(in bytes: [UInt8]) -> Bool {
    kind == .number
      && bytes[range].allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
  }

  /// Whether something stands between brackets or quotation marks; other values hold no text.
  func isFilled(in bytes: [UInt8]) -> Bool {
    switch kind {
    case .string: !bytes[range].isBlankText
    case .object, .array: !bytes[range].dropFirst().dropLast().isBlankText
    default: false
    }
  }
}
