/// The forms that strings of records have: the patterns of Schemas/, by hand.
enum TextForm: Sendable {
  case any, notEmpty, unitID, articleID, digest, languageTag, rules, pointer, sha256

  /// What is due, for a person.
  var due: String {
    switch self {
    case .any: "a string"
    case .notEmpty: "a string that isn't empty"
    case .unitID: "'u' and 26 characters of a-z, 2-7"
    case .articleID: "'a' and 26 characters of a-z, 2-7"
    case .digest: "26 characters of a-z, 2-7"
    case .languageTag: "a BCP 47 tag"
    case .rules: "a version of three numbers, '+' and 6 characters of a-z, 2-7"
    case .pointer: "a JSON Pointer (RFC 6901)"
    case .sha256: "64 hexadecimal digits in lower case"
    }
  }

  /// Whether a string has the form.
  ///
  /// - Complexity: O(*n*).
  func matches(_ text: [UInt8]) -> Bool {
    switch self {
    case .any: true
    case .notEmpty: !text.isEmpty
    case .unitID: text.first == UInt8(ascii: "u") && Self.isBase32(text.dropFirst(), count: 26)
    case .articleID: text.first == UInt8(ascii: "a") && Self.isBase32(text.dropFirst(), count: 26)
    case .digest: Self.isBase32(text[...], count: 26)
    case .languageTag: Self.isLanguageTag(text)
    case .rules: Self.isRules(text)
    case .pointer: Self.isPointer(text)
    case .sha256: text.count == 64 && text.allSatisfy { Self.isDigit($0) || (0x61...0x66).contains($0) }
    }
  }

  static func isBase32(_ text: ArraySlice<UInt8>, count: Int) -> Bool {
    text.count == count && text.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isLanguageTag(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) }
    }
  }

  private static func isRules(_ text: [UInt8]) -> Bool {
    let halves = text.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
    guard halves.count == 2, isBase32(halves[1], count: 6) else { return false }
    let numbers = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return numbers.count == 3 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  private static func isPointer(_ text: [UInt8]) -> Bool {
    guard text.isEmpty || text.first == UInt8(ascii: "/") else { return false }
    for index in text.indices where text[index] == UInt8(ascii: "~") {
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "0") || text[index + 1] == UInt8(ascii: "1")
      else { return false }
    }
    return true
  }
}
