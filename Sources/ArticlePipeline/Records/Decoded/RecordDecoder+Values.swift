internal import SentenceUnits

/// Values that several records hold.
extension RecordDecoder {
  mutating func strings() throws(RecordDecodingError) -> [String] {
    var strings: [String] = []
    try list { (decoder) throws(RecordDecodingError) in strings.append(try decoder.string()) }
    return strings
  }

  /// One of the names that a type has.
  mutating func name<Name: RawRepresentable<String>>(_: Name.Type) throws(RecordDecodingError) -> Name {
    let start = try start()
    let text = try string()
    guard let name = Name(rawValue: text) else { throw refuse("'\(text)' is none of the names due", at: start) }
    return name
  }

  mutating func identity() throws(RecordDecodingError) -> ArticleIdentity {
    var identity = ArticleIdentity(uri: "")
    try object(required: ["uri"], optional: ["version", "language"]) { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "uri": identity.uri = try decoder.string()
      case "version": identity.version = try decoder.string()
      default: identity.language = try decoder.string()
      }
    }
    return identity
  }

  mutating func textRange() throws(RecordDecodingError) -> TextRange {
    var range = TextRange(TextPosition(), TextPosition())
    try object(required: ["utf8", "utf16", "scalar"]) { (decoder, key) throws(RecordDecodingError) in
      let path: WritableKeyPath<TextPosition, Int> =
        switch key {
        case "utf8": \.utf8
        case "utf16": \.utf16
        default: \.scalar
        }
      let start = try decoder.start()
      var ends: [Int] = []
      try decoder.list { (decoder) throws(RecordDecodingError) in ends.append(try decoder.integer()) }
      guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else {
        throw decoder.refuse("two numbers from 0 up, the second not below the first, are due", at: start)
      }
      range.lowerBound[keyPath: path] = ends[0]
      range.upperBound[keyPath: path] = ends[1]
    }
    return range
  }
}
