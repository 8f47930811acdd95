/// Language tags (BCP 47, RFC 5646) as feeds write them, in canonical form.
package enum LanguageTag {
  /// The longest tag that is taken, in bytes.
  ///
  /// RFC 5646 §4.4.1 asks for 35 at least.
  package static let longest = 64
  /// The longest list of tags that is taken, in bytes.
  private static let longestList = 512

  /// Reads a declaration: `en_US` declares `en-US`, `iw` `he`, `eng` `en`, `sr_RS@latin` `sr-Latn-RS`.
  ///
  /// A list whose tags are all the same declares that one; of several languages none is told to be the article's.
  package static func read(_ bytes: [UInt8]) -> DeclaredLanguage {
    if isPlain(bytes) { return .tag(String(decoding: bytes, as: UTF8.self)) }
    guard bytes.count <= longestList else { return .invalid }
    let text = trimmed(bytes[...])
    guard text.contains(UInt8(ascii: ",")) else { return single(text) }
    var found: DeclaredLanguage?
    for part in text.split(separator: UInt8(ascii: ",")) {
      let next = single(trimmed(part))
      if next == .invalid { return .invalid }
      found = found == nil || found == next ? next : .undetermined
    }
    return found ?? .undetermined
  }

  /// A declared tag in canonical form; `nil` where it is no tag or names no one language.
  package static func canonical(_ text: String) -> String? {
    read(Array(text.utf8)).tag
  }

  /// The primary language subtag of a canonical tag.
  static func primary(_ tag: String) -> String {
    tag.firstIndex(of: "-").map { String(tag[..<$0]) } ?? tag
  }

  /// The script subtag of a canonical tag.
  static func script(_ tag: String) -> String? {
    let subtags = tag.split(separator: "-")
    guard subtags.count > 1, subtags[1].utf8.count == 4, subtags[1].utf8.allSatisfy({ $0 >= 0x41 }) else { return nil }
    return String(subtags[1])
  }

  /// Whether bytes are a canonical tag of the commonest forms, `ar`, `en-US` and `zh-Hans`: nearly every record's, so it is told at once.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 2: LanguageRegistry.isPlain(bytes[0], bytes[1])
    case 5:
      bytes[2] == UInt8(ascii: "-") && isUpperCase(bytes[3]) && isUpperCase(bytes[4])
        && LanguageRegistry.isPlain(bytes[0], bytes[1]) && !LanguageRegistry.isDeprecatedRegion(bytes[3], bytes[4])
    case 7:
      // Private use and Qaai, which has another name, begin with a Q.
      bytes[2] == UInt8(ascii: "-") && isUpperCase(bytes[3]) && bytes[3] != UInt8(ascii: "Q")
        && bytes[4...].allSatisfy { $0 >= 0x61 && $0 <= 0x7A } && LanguageRegistry.isPlain(bytes[0], bytes[1])
    default: false
    }
  }

  private static func single(_ text: ArraySlice<UInt8>) -> DeclaredLanguage {
    if text.isEmpty { return .undetermined }
    guard text.count <= longest else { return .invalid }
    var reader = LanguageTagReader(text)
    return reader?.read() ?? .invalid
  }

  private static func isUpperCase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
