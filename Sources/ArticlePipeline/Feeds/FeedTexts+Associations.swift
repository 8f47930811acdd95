internal import SentenceUnits

extension FeedTexts {
  /// What an associated object is when its caption belongs to the article.
  private static let pictures: Set<String> = ["picture", "image", "photo", "graphic", "video", "audio"]

  /// Takes the captions of associated news objects, one each.
  ///
  /// Of a picture, graphic, video or audio that is the first of `caption`, `description_caption`, `descriptions` (role caption, else the
  /// best one), `description_text`, `description`; of an object without a `type` only what is called a caption. Headline and
  /// body of an associated object are another article's. A member that stands twice is passed over: which is meant can't be told.
  mutating func takeAssociations(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) throws(JSONFault) {
    var reader = reader(value, candidate)
    if value.kind == .array {
      try reader.enterArray()
      while try reader.nextElement() { try takeAssociation(&reader) }
    } else {
      try reader.enterObject()
      while try reader.nextKey() != nil { try takeAssociation(&reader) }
    }
  }

  private mutating func takeAssociation(_ reader: inout JSONReader) throws(JSONFault) {
    guard try reader.peek() == .object else { return try reader.skipValue() }
    var isPicture: Bool?
    var found: [(name: String, rendition: Rendition)] = []
    var seen: Set<String> = []
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let name = String(decoding: reader.name(of: key), as: UTF8.self)
      guard Self.isCaptionName(name) else {
        try reader.skipValue()
        continue
      }
      guard seen.insert(name).inserted else {
        found.removeAll { $0.name == name }
        try reader.skipValue()
        continue
      }
      switch (name, try reader.peek()) {
      case ("type", .string):
        isPicture = Self.pictures.contains(String(decoding: try reader.readString(), as: UTF8.self))
      case ("caption", .string):
        found.append((name, try text(&reader, RenditionKind(role: "caption".utf8, of: .summary), rank: 0)))
      case ("description", .string):
        found.append((name, try text(&reader, RenditionKind(role: [], of: .summary), rank: 5)))
      case ("descriptions", .array), ("description", .array):
        try reader.enterArray()
        while try reader.nextElement() {
          guard try reader.peek() == .object else {
            try reader.skipValue()
            continue
          }
          var rendition = try Rendition(&reader, of: .summary) { _ in }
          rendition.kind.rank += rendition.kind.role == .caption ? 0 : 10
          found.append((name, rendition))
        }
      case (let name, .string) where name.utf8.starts(with: "description_".utf8):
        let kind = RenditionKind(role: name.utf8.dropFirst(12), of: .summary)
        found.append((name, try text(&reader, kind, rank: kind.role == .caption ? 1 : 15 + kind.rank)))
      default: try reader.skipValue()
      }
    }
    guard isPicture != false else { return }
    var best: Rendition?
    for (_, rendition) in found {
      guard let text = rendition.text, !text.isBlankText, rendition.kind.role != nil else { continue }
      guard isPicture == true || rendition.kind.role == .caption else { continue }
      if rendition.kind.isMarkup || ContentSniffer.looksLikeMarkup(text) { continue }
      if best == nil || rendition.kind.rank < (best?.kind.rank ?? 0) { best = rendition }
    }
    if let best, let text = best.text { add(text, .caption, at: best.pointer) }
  }

  private static func isCaptionName(_ name: String) -> Bool {
    ["type", "caption", "description", "descriptions"].contains(name) || name.utf8.starts(with: "description_".utf8)
  }

  private func text(_ reader: inout JSONReader, _ kind: RenditionKind, rank: Int) throws(JSONFault) -> Rendition {
    var kind = kind
    kind.rank = rank
    let pointer = reader.pointer
    return Rendition(kind: kind, text: try reader.readString(), pointer: pointer)
  }
}
