/// Which of our records a value is.
package enum RecordKind: String, Sendable, CaseIterable {
  case unit, article, manifest

  /// What a value's members `schema`, else `type`, say it is; `nil` where neither tells.
  ///
  /// Only the outermost object is looked at, in one pass; what is no JSON tells nothing.
  package init?(of value: [UInt8]) {
    guard UTF8Check.firstFault(value) == nil, let kind = try? Self.told(by: value) else { return nil }
    self = kind
  }

  private static func told(by value: [UInt8]) throws(JSONFault) -> RecordKind? {
    var reader = JSONReader(value)
    var type: RecordKind?
    guard try reader.peek() == .object else { return nil }
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let isSchema = reader.matches(key, "schema")
      guard isSchema || reader.matches(key, "type"), try reader.peek() == .string else {
        try reader.skipValue()
        continue
      }
      let text = String(decoding: try reader.readString(), as: UTF8.self)
      guard isSchema else {
        type = RecordKind(rawValue: text)
        continue
      }
      if let kind = text.split(separator: "/").first.flatMap({ RecordKind(rawValue: String($0)) }) { return kind }
    }
    return type
  }
}
