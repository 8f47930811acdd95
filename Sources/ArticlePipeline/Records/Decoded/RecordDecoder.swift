/// Reads our own records back; a layer over the strict JSON reader that gives values.
///
/// Members that aren't known are passed over wherever they stand, so that a later version may add some. A known member of a wrong
/// type, absent where it always stands, or given twice is an error with its pointer and byte: a record is taken whole or not at all.
struct RecordDecoder {
  private var reader: JSONReader

  /// Begins to read a record's value.
  init(_ value: [UInt8]?) throws(RecordDecodingError) {
    guard let value else { throw .tombstone }
    if let fault = UTF8Check.firstFault(value) { throw .invalidUTF8(position: fault) }
    reader = JSONReader(value)
  }

  /// Reads an object; the body reads the value of each member that is known, all others are passed over.
  ///
  /// - Parameters:
  ///   - required: Members that must be there.
  ///   - optional: Members that may be there; with the required ones at most 64.
  mutating func object(
    required: [String], optional: [String] = [],
    _ body: (inout RecordDecoder, String) throws(RecordDecodingError) -> Void
  ) throws(RecordDecodingError) {
    try expect(.object, "an object")
    let start = reader.position
    try reading { (reader) throws(JSONFault) in try reader.enterObject() }
    var seen: UInt64 = 0
    while let key = try reading({ (reader) throws(JSONFault) in try reader.nextKey() }) {
      let name = String(decoding: reader.name(of: key), as: UTF8.self)
      let place = required.firstIndex(of: name) ?? optional.firstIndex(of: name).map { required.count + $0 }
      guard let place else {
        try reading { (reader) throws(JSONFault) in try reader.skipValue() }
        continue
      }
      let bit: UInt64 = 1 << UInt64(place)
      guard seen & bit == 0 else {
        throw .member(reader.fault("the member stands twice", at: key.range.lowerBound - 1))
      }
      seen |= bit
      try body(&self, name)
    }
    for (place, name) in required.enumerated() where seen & (1 << UInt64(place)) == 0 {
      let pointer = "\(reader.pointer)/\(name)"
      throw .member(JSONFault(message: "the member is absent", position: start, pointer: pointer))
    }
  }

  /// Reads an array; the body reads each element.
  mutating func list(_ body: (inout RecordDecoder) throws(RecordDecodingError) -> Void) throws(RecordDecodingError) {
    try expect(.array, "a list")
    try reading { (reader) throws(JSONFault) in try reader.enterArray() }
    while try reading({ (reader) throws(JSONFault) in try reader.nextElement() }) { try body(&self) }
  }

  /// Checks that nothing follows.
  mutating func finish() throws(RecordDecodingError) {
    try reading { (reader) throws(JSONFault) in try reader.finish() }
  }

  mutating func string() throws(RecordDecodingError) -> String {
    try expect(.string, "a string")
    return String(decoding: try reading { (reader) throws(JSONFault) in try reader.readString() }, as: UTF8.self)
  }

  /// A whole number within 64 bits, however it is written (`1`, `1.0`, `1e0`).
  mutating func integer() throws(RecordDecodingError) -> Int {
    try expect(.number, "a whole number")
    let range = try reading { (reader) throws(JSONFault) in try reader.readNumber() }
    let text = String(decoding: reader.bytes[range], as: UTF8.self)
    guard let value = Int(text) ?? Double(text).flatMap(Int.init(exactly:)) else {
      throw .member(reader.fault("a whole number within 64 bits is due", at: range.lowerBound))
    }
    return value
  }

  mutating func bool() throws(RecordDecodingError) -> Bool {
    try expect(.bool, "true or false")
    return try reading { (reader) throws(JSONFault) in try reader.readBool() }
  }

  /// What the next value must be, for an error that only the caller can tell.
  mutating func refuse(_ message: String, at position: Int) -> RecordDecodingError {
    .member(reader.fault(message, at: position))
  }

  /// The next value's first byte.
  mutating func start() throws(RecordDecodingError) -> Int {
    _ = try reading { (reader) throws(JSONFault) in try reader.peek() }
    return reader.position
  }

  private mutating func expect(_ kind: JSONReader.Kind, _ due: String) throws(RecordDecodingError) {
    let found = try reading { (reader) throws(JSONFault) in try reader.peek() }
    guard found == kind else { throw .member(reader.fault("\(due) is due")) }
  }

  /// A schema's name that must be this one.
  mutating func expect(schema: String) throws(RecordDecodingError) {
    let start = try start()
    let text = try string()
    guard text == schema else {
      throw .schema(text, expected: schema, reader.fault("the schema is \(text), not \(schema),", at: start))
    }
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
