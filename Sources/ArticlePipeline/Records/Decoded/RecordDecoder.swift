internal import SentenceUnits

/// Reads our own records back; a layer over the strict JSON reader that gives values.
struct RecordDecoder {
  private var reader: JSONReader
  /// The members of the outermost object that were there.
  private var seen: Set<String> = []
  private var depth = 0

  init(_ value: [UInt8]) throws(RecordDecodingError) {
    if let fault = UTF8Check.firstFault(value) { throw .invalidUTF8(position: fault) }
    reader = JSONReader(value)
  }

  /// Reads an object, its members one by one; the body reads or skips each member's value.
  mutating func object(
    _ body: (inout RecordDecoder, String) throws(RecordDecodingError) -> Void
  ) throws(RecordDecodingError) {
    try reading { (reader) throws(JSONFault) in try reader.enterObject() }
    depth += 1
    while let key = try reading({ (reader) throws(JSONFault) in try reader.nextKey() }) {
      let name = String(decoding: reader.name(of: key), as: UTF8.self)
      if depth == 1 { seen.insert(name) }
      try body(&self, name)
    }
    depth -= 1
  }

  /// Reads an array; the body reads each element.
  mutating func list(_ body: (inout RecordDecoder) throws(RecordDecodingError) -> Void) throws(RecordDecodingError) {
    try reading { (reader) throws(JSONFault) in try reader.enterArray() }
    while try reading({ (reader) throws(JSONFault) in try reader.nextElement() }) { try body(&self) }
  }

  mutating func string() throws(RecordDecodingError) -> String {
    try reading { (reader) throws(JSONFault) in
      guard try reader.peek() == .string else { throw reader.fault("a string is due") }
      return String(decoding: try reader.readString(), as: UTF8.self)
    }
  }

  mutating func strings() throws(RecordDecodingError) -> [String] {
    var strings: [String] = []
    try list { (decoder) throws(RecordDecodingError) in strings.append(try decoder.string()) }
    return strings
  }

  mutating func integer() throws(RecordDecodingError) -> Int {
    try reading { (reader) throws(JSONFault) in try reader.readInteger() }
  }

  mutating func bool() throws(RecordDecodingError) -> Bool {
    try reading { (reader) throws(JSONFault) in
      guard try reader.peek() == .bool else { throw reader.fault("true or false is due") }
      return try reader.readBool()
    }
  }

  /// One of the names that a type has.
  mutating func name<Name: RawRepresentable<String>>(_: Name.Type) throws(RecordDecodingError) -> Name {
    let text = try string()
    guard let name = Name(rawValue: text) else { throw .member("\(reader.pointer) is no \(Name.self): \(text)") }
    return name
  }

  /// A schema's name that must be this one.
  mutating func expect(_ schema: String) throws(RecordDecodingError) {
    let text = try string()
    guard text == schema else { throw .schema(text) }
  }

  mutating func identity() throws(RecordDecodingError) -> ArticleIdentity {
    var identity = ArticleIdentity(uri: "")
    try object { (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "uri": identity.uri = try decoder.string()
      case "version": identity.version = try decoder.string()
      case "language": identity.language = try decoder.string()
      default: try decoder.skip()
      }
    }
    return identity
  }

  mutating func textRange() throws(RecordDecodingError) -> TextRange {
    var range = TextRange(TextPosition(), TextPosition())
    try object { (decoder, key) throws(RecordDecodingError) in
      let path: WritableKeyPath<TextPosition, Int>
      switch key {
      case "utf8": path = \.utf8
      case "utf16": path = \.utf16
      case "scalar": path = \.scalar
      default: return try decoder.skip()
      }
      var ends: [Int] = []
      try decoder.list { (decoder) throws(RecordDecodingError) in ends.append(try decoder.integer()) }
      guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else {
        throw .member("\(decoder.reader.pointer) is no half-open range")
      }
      range.lowerBound[keyPath: path] = ends[0]
      range.upperBound[keyPath: path] = ends[1]
    }
    return range
  }

  mutating func skip() throws(RecordDecodingError) {
    try reading { (reader) throws(JSONFault) in try reader.skipValue() }
  }

  /// Checks that nothing follows and that the members are there which such a record always has.
  mutating func finish(required: [String]) throws(RecordDecodingError) {
    try reading { (reader) throws(JSONFault) in try reader.finish() }
    for name in required where !seen.contains(name) { throw .member("/\(name) is absent") }
  }

  private mutating func reading<Value>(
    _ body: (inout JSONReader) throws(JSONFault) -> Value
  ) throws(RecordDecodingError) -> Value {
    do throws(JSONFault) {
      return try body(&reader)
    } catch {
      throw .json(error)
    }
  }
}
