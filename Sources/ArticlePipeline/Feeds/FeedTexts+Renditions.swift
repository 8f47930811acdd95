internal import SentenceUnits

extension FeedTexts {
  /// Takes the best of a list of renditions: plain text by its content type or role, `main` before others, else the first.
  ///
  /// Renditions of other roles (a subheadline among the headlines) belong to those roles.
  mutating func takeRenditions(_ value: MemberIndex.Value, _ candidate: DialectOrder.Candidate) throws(JSONFault) {
    let base = candidate.form.base ?? candidate.role
    var faults: [JSONFault] = []
    var found: [Rendition] = []
    var reader = reader(value, candidate)
    try reader.enterArray()
    while try reader.nextElement() {
      switch try reader.peek() {
      case .object:
        found.append(try Rendition(&reader, of: base) { faults.append($0) })
      case .null: try reader.readNull()
      default:
        faults.append(reader.fault("an object with a value is due"))
        try reader.skipValue()
      }
    }
    // Under a name that mostly holds a string, a list of nothing is a mistake rather than a text in no form.
    if candidate.form == .text, candidate.isStrict, found.isEmpty, faults.isEmpty {
      refuse(candidate.form.wanted, at: value.start, in: prefix + candidate.pointer)
    }
    if let first = faults.first {
      if candidate.isStrict {
        refuse(first.message, at: first.position, in: first.pointer)
      } else {
        note(candidate.role, first.pointer)
      }
    }
    choose(from: found, candidate.role)
  }

  /// Takes the best member of a family of names.
  mutating func takeFamily(_ index: MemberIndex, _ candidate: DialectOrder.Candidate) {
    let base = candidate.form.base ?? candidate.role
    var found: [Rendition] = []
    for member in index.families where member.base == base {
      var kind = RenditionKind(role: member.name.drop { $0 != UInt8(ascii: "_") }.dropFirst(), of: base)
      var pointer = JSONPointer()
      pointer.append(member.name)
      guard kind.role == candidate.role, member.value.isFilled(in: bytes) else { continue }
      guard member.value.kind == .string else {
        note(candidate.role, prefix + pointer.string)
        continue
      }
      let text = member.value.string(in: bytes)
      // `body_type` and its kin are settings: a lone word of ASCII.
      guard kind.isSurelyText || kind.isMarkup || text.contains(where: { $0 == 0x20 || $0 >= 0x80 }) else { continue }
      if kind.rank > 0, !kind.isSurelyText { kind.rank = 3 }
      found.append(Rendition(kind: kind, text: text, pointer: prefix + pointer.string))
    }
    choose(from: found, candidate.role)
  }

  /// Takes the best plain rendition of a role; notes the first one in markup.
  private mutating func choose(from renditions: [Rendition], _ role: TextRole) {
    var best: Rendition?
    for rendition in renditions where rendition.kind.role == role {
      guard let text = rendition.text, !text.isEmpty else { continue }
      let isMarkup =
        rendition.kind.isMarkup || ((role == .body || role == .summary) && ContentSniffer.looksLikeMarkup(text))
      if isMarkup {
        if !text.isBlankText { note(role, rendition.pointer) }
        continue
      }
      if let known = best, let knownText = known.text {
        let isBetter =
          text.isBlankText == knownText.isBlankText ? rendition.kind.rank < known.kind.rank : knownText.isBlankText
        guard isBetter else { continue }
      }
      best = rendition
    }
    if let best, let text = best.text { add(text, role, at: best.pointer) }
  }
}

extension Rendition {
  init(kind: RenditionKind, text: [UInt8], pointer: String) {
    self.kind = kind
    self.text = text
    self.pointer = pointer
  }
}
