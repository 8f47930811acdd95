/// Whether a line in the head of an article says who wrote it.
enum BylineForm {
  /// - Parameter language: the primary subtag of the text's language.
  static func matches(_ line: Line, _ bytes: [UInt8], language: String) -> Bool {
    guard !line.isLong, line.width <= 100, line.words <= 14, line.ending != .mark, line.ending != .colon,
      line.ending != .ellipsis
    else {
      return false
    }
    let text = FoldedText.unwrapped(line.folded).text
    return isOpened(text, line, bytes, language) || isLabelled(text) || isClosed(text, language) || hasRole(text, line)
      || isPlaceAndName(line)
  }

  /// Whether the line opens like a byline: "By Marta Kell", «بقلم رنا معلوف».
  private static func isOpened(_ text: [UInt8], _ line: Line, _ bytes: [UInt8], _ language: String) -> Bool {
    let filter = language == "und" ? nil : language
    guard let length = NewsroomPhrases.bylineOpeners.prefix(of: text, language: filter) else { return false }
    if FoldedText.behindSeparator(text, length) != nil { return true }
    let name = FoldedText.trim(text[length...])
    guard !name.isEmpty, name.count <= 90, name.first.map({ $0 >= 0x61 || $0 == 0x22 }) ?? false, line.ending != .comma
    else { return false }
    if line.ending == .fullStop, FoldedText.words(name) > 4 { return false }
    let opener = FoldedText.words(text[..<length])
    return isNamed(bytes, line.range, behindWords: opener)
  }

  /// In scripts with capitals, a name has one; elsewhere it is a few words long.
  private static func isNamed(_ bytes: [UInt8], _ range: Range<Int>, behindWords skip: Int) -> Bool {
    let words = bytes[range].split(separator: 0x20).dropFirst(skip)
    guard let first = words.first else { return false }
    guard let scalar = Unicode.Scalar(ScalarReader.scalar(bytes, at: first.startIndex).value), scalar.properties.isCased
    else {
      return words.count <= 5
    }
    return words.contains { word in
      guard let scalar = Unicode.Scalar(ScalarReader.scalar(bytes, at: word.startIndex).value) else { return false }
      return scalar.properties.isUppercase
    }
  }

  /// Whether a label opens the line: "Text: Ada Finch", «تقرير – ياسر بوعلام».
  private static func isLabelled(_ text: [UInt8]) -> Bool {
    guard let length = NewsroomPhrases.bylineLabels.prefix(of: text),
      let name = FoldedText.behindSeparator(text, length, others: "-/|=")
    else { return false }
    return FoldedText.words(text[name...]) <= 10
  }

  /// Whether a title closes the line: 윤슬기 기자, ธนกฤต รายงาน.
  private static func isClosed(_ text: [UInt8], _ language: String) -> Bool {
    // Up to six words and an address.
    guard FoldedText.words(text) <= 7 else { return false }
    var words = text.split(separator: 0x20)
    if let last = words.last, last.contains(UInt8(ascii: "@")) { words.removeLast() }
    guard let last = words.last, (1...6).contains(words.count) else { return false }
    if words.count > 1, NewsroomPhrases.bylineClosers.contains(Array(last)) { return true }
    return language == "zh" && last.count <= 36
      && ["报道", "報導", "报导"].contains { last.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Whether a title stands in the line: "Priya Nand, court reporter".
  private static func hasRole(_ text: [UInt8], _ line: Line) -> Bool {
    guard line.ending == .word, !line.hasDigit, !line.hasInnerStop, line.words <= 9, line.width <= 60 else {
      return false
    }
    let parts = FoldedText.segments(text)
    return parts.contains { part in
      let part = Array(part)
      var index = 0
      while index < part.count {
        let isStart = index == 0 || !PhraseTable.isWordByte(part[index - 1]) || !isSpaced(part)
        if isStart, let length = NewsroomPhrases.bylineRoles.prefix(of: part, from: index) {
          // A role is a part of its own, or stands at its part's end.
          if parts.count > 1 || index + length == part.count || index == 0 { return FoldedText.words(part) <= 5 }
        }
        index += 1
      }
      return false
    }
  }

  private static func isSpaced(_ text: [UInt8]) -> Bool { text.contains(0x20) }

  /// Whether the line is a place and a name: «عمّان – لينا الشوابكة», "Onur Delibaş / İzmir".
  private static func isPlaceAndName(_ line: Line) -> Bool {
    guard line.ending == .word, !line.hasDigit, !line.hasInnerStop, line.width <= 44 else { return false }
    let text = line.folded
    let separators = [" - ", " / ", " | "].filter { contains(text, $0) }
    guard separators.count == 1, !text.contains(UInt8(ascii: ":")) else { return false }
    let parts = FoldedText.segments(text)
    return (2...3).contains(parts.count)
      && parts.prefix(2).allSatisfy { (1...3).contains(FoldedText.words($0)) && !$0.isEmpty }
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
