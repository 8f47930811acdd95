/// What a digest is of: the prefix, ended by a zero byte, that keeps digests of different things apart.
enum HashDomain {
  static let text: StaticString = "nuqta-text-1\0"
  static let article: StaticString = "nuqta-article-1\0"
  static let unit: StaticString = "nuqta-unit-1\0"
  static let context: StaticString = "nuqta-context-1\0"
  static let rules: StaticString = "nuqta-rules-1\0"
}

extension [UInt8] {
  /// Empties the buffer and begins it with a domain's prefix.
  mutating func begin(_ domain: StaticString) {
    removeAll(keepingCapacity: true)
    domain.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a number, most significant byte first.
  mutating func appendBigEndian(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
