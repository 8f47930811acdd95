/// A media type as a `content-type` header gives it (RFC 9110 §8.3), in lower case.
package struct MediaType: Sendable, Equatable {
  /// Type and subtype: `application/json`.
  package let essence: String
  /// The parameter `charset`.
  package let charset: String?

  /// Reads a header's value; `nil` where it is blank.
  package init?(_ value: [UInt8]) {
    // Nearly every record says one of these two.
    for plain in ["application/json", "text/plain"] where value.elementsEqual(plain.utf8) {
      essence = plain
      charset = nil
      return
    }
    let parts = String(decoding: value, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
    let essence = Self.trim(parts.first ?? "").lowercased()
    guard !essence.isEmpty else { return nil }
    self.essence = essence
    var charset: String?
    for part in parts.dropFirst() where charset == nil {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trim(pair[0]).lowercased() == "charset" else { continue }
      charset = Self.trim(Self.trim(pair[1]).filter { $0 != "\"" && $0 != "'" }[...]).lowercased()
    }
    self.charset = charset
  }

  /// Whether the bytes are UTF-8 as far as the header tells.
  package var isUTF8: Bool { charset.map(Charset.labelsOfUTF8.contains) ?? true }

  /// What the value is to be read as; `nil` where nothing here reads it.
  package var format: FeedFormat? {
    switch essence {
    case "application/json", "text/json": .json
    case "text/plain": .text
    // Several articles in one message have no one outcome.
    case "application/cloudevents-batch+json": nil
    default: essence.hasPrefix("application/") && essence.hasSuffix("+json") ? .json : nil
    }
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
