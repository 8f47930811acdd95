/// Lines told by the words they open with.
enum LeadInForm {
  /// Whether a line points to another article: «اقرأ أيضاً: …», "Read also: …".
  static func isRelated(_ line: Line) -> Bool {
    guard !line.isLong else { return false }
    let text = withoutBracket(line.folded)
    guard let length = NewsroomPhrases.related.prefix(of: text) else { return false }
    // Without a mark behind it the phrase may open a sentence: "Related companies said …".
    if length == text.count || text[length...].starts(with: "]".utf8) { return true }
    if FoldedText.behindSeparator(text, length, others: "-|>") != nil { return true }
    return line.ending != .fullStop && FoldedText.words(text[..<length]) > 1
  }

  /// Whether a line corrects another article or this one.
  static func isCorrection(_ line: Line) -> Bool {
    let text = withoutBracket(line.folded)
    guard let length = NewsroomPhrases.corrections.prefix(of: text) else { return false }
    return text[length...].starts(with: "]".utf8) || text[length...].starts(with: ")".utf8)
      || FoldedText.behindSeparator(text, length, others: "-") != nil
  }

  /// Whether a short line names its photographer at its end: a caption.
  static func isCaption(_ line: Line) -> Bool {
    guard !line.isLong, line.hasPhotoLabel else { return false }
    let text = line.folded
    var index = text.count
    while index > max(0, text.count - 90) {
      index -= 1
      guard index > 0,
        text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: "(") || text[index - 1] == UInt8(ascii: "["),
        let length = NewsroomPhrases.photoLabels.prefix(of: text, from: index),
        let name = FoldedText.behindSeparator(text, index + length, others: "=/")
      else { continue }
      return FoldedText.words(text[name...]) <= 7
    }
    return false
  }

  private static func withoutBracket(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") || first == UInt8(ascii: "-")
    else { return text }
    return Array(text.dropFirst().drop { $0 == 0x20 })
  }
}
