extension BoundaryTest {
  /// Hashtags and links that fill the rest of a line stay with its last sentence.
  static let trailingTags = BoundaryTest("trailing-tags", on: .marks, where: .tagAhead) { candidate, text, _ in
    var index = candidate.next
    let limit = index + 400
    while index < limit {
      guard isTag(text, at: index) else { return .noOpinion }
      var scalar = text.scalar(at: index)
      while scalar.exists, scalar.kind != .space, scalar.kind != .lineEnd, index < limit {
        index = scalar.end
        scalar = text.scalar(at: index)
      }
      while scalar.kind == .space || scalar.kind == .format || scalar.kind == .pictograph, index < limit {
        index = scalar.end
        scalar = text.scalar(at: index)
      }
      if !scalar.exists || scalar.kind == .lineEnd { return .continues }
    }
    return .noOpinion
  }

  private static func isTag(_ text: Span<UInt8>, at offset: Int) -> Bool {
    switch text.byte(offset) {
    case 0x23: text.scalar(at: offset + 1).isLetter || text.scalar(at: offset + 1).kind == .digit
    case 0xEF: text.scalar(at: offset).value == 0xFF03
    case 0x68: text.has("http://", at: offset) || text.has("https://", at: offset)
    case 0x77: text.has("www.", at: offset)
    default: false
    }
  }
}
