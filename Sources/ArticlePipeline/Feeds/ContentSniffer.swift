/// Tells what a value without a content type is, from its first bytes.
package enum ContentSniffer {
  /// What the bytes look like.
  package enum Finding: Sendable, Equatable {
    /// JSON that begins at an index: behind a byte order mark, white space or a schema registry's prefix.
    case json(start: Int)
    case html
    /// A NUL among the first bytes, or the signature of a format that may do without one: no text.
    case binary
    case text
  }

  /// How far a NUL is looked for, in bytes.
  private static let window = 1024

  /// How PDF and Avro files begin.
  private static let signatures: [[UInt8]] = [Array("%PDF-".utf8), Array("Obj\u{1}".utf8)]

  /// Looks at a value's first bytes.
  package static func look(at bytes: [UInt8]) -> Finding {
    let start = skipBlank(bytes, from: 0)
    if beginsJSON(bytes, at: start) { return .json(start: start) }
    if let payload = registryPayload(bytes) { return .json(start: payload) }
    if beginsTag(bytes, at: start) { return .html }
    if bytes.prefix(window).contains(0) || signatures.contains(where: { bytes.starts(with: $0) }) { return .binary }
    return .text
  }

  /// Where JSON begins in a value that a header declares to be JSON.
  package static func jsonStart(_ bytes: [UInt8]) -> Int {
    registryPayload(bytes) ?? skipMark(bytes)
  }

  /// Whether bytes begin with a tag, a comment or a declaration of HTML or XML.
  package static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    beginsTag(bytes, at: skipBlank(bytes, from: 0))
  }

  /// Where the JSON behind a schema registry's prefix (00 and a schema's four-byte id) begins; `nil` where there is no such prefix.
  private static func registryPayload(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 5, bytes[0] == 0 else { return nil }
    let start = skipBlank(bytes, from: 5)
    return beginsJSON(bytes, at: start) ? start : nil
  }

  private static func beginsJSON(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start < bytes.count else { return false }
    if bytes[start] == UInt8(ascii: "{") { return true }
    guard bytes[start] == UInt8(ascii: "[") else { return false }
    // «[عاجل] …» and «[속보] …» are text: an array of JSON goes on with a bracket or a quotation mark here.
    let next = skipBlank(bytes, from: start + 1)
    guard next < bytes.count else { return true }
    return [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\"")].contains(bytes[next])
  }

  private static func beginsTag(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "<") else { return false }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") { return true }
    let isLetter = (next | 0x20) >= UInt8(ascii: "a") && (next | 0x20) <= UInt8(ascii: "z")
    return isLetter && bytes[start...].contains(UInt8(ascii: ">"))
  }

  private static func skipMark(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func skipBlank(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start == 0 ? skipMark(bytes) : start
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index
  }
}
