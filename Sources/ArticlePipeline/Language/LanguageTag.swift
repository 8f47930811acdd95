/// Language tags (BCP 47, RFC 5646) as feeds write them, in canonical form.
package enum LanguageTag {
  /// A declared tag in canonical form: `en_US` is `en-US`, `iw` is `he`, `eng` is `en`; `nil` where it is no tag or says nothing
  /// (`""`, `und`, `mul`, `Hebrew`, a list).
  package static func canonical(_ text: String) -> String? {
    let trimmed = text.utf8.drop { $0 == 0x20 }
    guard trimmed.count <= 64 else { return nil }
    var subtags: [String] = []
    for part in trimmed.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2D || $0 == 0x5F }) {
      var part = part
      while part.last == 0x20 { part.removeLast() }
      guard (1...8).contains(part.count), part.allSatisfy(isAlphanumeric) else { return nil }
      subtags.append(String(decoding: part, as: UTF8.self).lowercased())
    }
    guard let first = subtags.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy({ $0 >= 0x61 }) else {
      return nil
    }
    let primary = LanguageAliases.find(first) ?? first
    guard !["und", "mul", "zxx", "mis"].contains(primary) else { return nil }
    var isExtension = false
    for index in subtags.indices.dropFirst() where !isExtension {
      let subtag = subtags[index]
      isExtension = subtag.utf8.count == 1
      let isRegion = subtag.utf8.count == 2
      let isScript = subtag.utf8.count == 4 && index == 1 && subtag.utf8.allSatisfy { $0 >= 0x61 }
      if isRegion { subtags[index] = subtag.uppercased() }
      if isScript { subtags[index] = subtag.prefix(1).uppercased() + subtag.dropFirst() }
    }
    return ([primary] + subtags.dropFirst()).joined(separator: "-")
  }

  /// The primary language subtag of a canonical tag.
  static func primary(_ tag: String) -> String {
    tag.firstIndex(of: "-").map { String(tag[..<$0]) } ?? tag
  }

  /// The script subtag of a canonical tag.
  static func script(_ tag: String) -> String? {
    let subtags = tag.split(separator: "-")
    guard subtags.count > 1, subtags[1].utf8.count == 4 else { return nil }
    return String(subtags[1])
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }
}
