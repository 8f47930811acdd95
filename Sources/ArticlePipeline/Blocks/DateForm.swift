/// Dates and times in folded text, and the lines made of them: datelines, timestamps.
enum DateForm {
  /// What a stretch of date words and numbers holds.
  struct Scan {
    var numbers = 0
    var months = 0
    var hasYear = false
    /// A number with 年, 月 or 日 and their kin behind it.
    var isEastAsian = false

    /// Whether it says a day or a month, not just a number.
    var isDate: Bool { (months > 0 && numbers > 0) || (numbers >= 3 && hasYear) || (isEastAsian && numbers > 0) }
  }

  /// Reads text that is date words, numbers and punctuation only; `nil` where anything else stands in it.
  static func scan(_ text: some Collection<UInt8>) -> Scan? {
    let text = Array(text)
    var scan = Scan()
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x30 && byte <= 0x39 {
        var end = index
        while end < text.count, text[end] >= 0x30 && text[end] <= 0x39 { end += 1 }
        scan.numbers += 1
        if end - index == 4 { scan.hasYear = true }
        index = end
      } else if let length = NewsroomPhrases.dates.prefix(of: text, from: index) {
        scan.months += 1
        index += length
      } else if let length = NewsroomPhrases.dateFillers.prefix(of: text, from: index) {
        if ["年", "月", "日", "년", "월", "일"].contains(where: { text[index...].starts(with: $0.utf8) }) {
          scan.isEastAsian = true
        }
        index += length
      } else if isPunctuation(byte) || isLoneLetter(text, index) {
        index += 1
      } else if let end = hebrewNumeral(text, index) {
        scan.numbers += 1
        index = end
      } else {
        return nil
      }
    }
    return scan
  }

  /// Whether a line says when: a label and a time, or a date alone.
  static func isTimestamp(_ line: Line) -> Bool {
    guard line.hasDigit, line.width <= 90 else { return false }
    let text = FoldedText.unwrapped(line.folded).text
    if let scan = scan(text) { return scan.isDate || scan.numbers >= 3 }
    if let length = NewsroomPhrases.timestamps.prefix(of: text) {
      if FoldedText.behindSeparator(text, length) != nil { return FoldedText.words(text) <= 14 }
      return scan(text[length...]).map { $0.numbers >= 2 } ?? false
    }
    guard let space = text.lastIndex(of: 0x20), NewsroomPhrases.timestamps.contains(Array(text[(space + 1)...])) else {
      return false
    }
    return scan(text[..<space])?.isDate ?? false
  }

  /// Whether a line says where and when: CAIRO, Jan. 22 (Agency)
  static func isDateline(_ line: Line) -> Bool {
    guard line.hasDigit, line.width <= 90, line.ending != .mark, line.ending != .colon else { return false }
    let text = withoutBrackets(line.folded)
    let parts = FoldedText.segments(text).filter { !$0.isEmpty }
    if parts.count == 1 { return isUnseparated(text) }
    guard (2...5).contains(parts.count) else { return false }
    var total = Scan()
    var places = 0
    for part in parts {
      if let scan = scan(part) {
        total.numbers += scan.numbers
        total.months += scan.months
        total.hasYear = total.hasYear || scan.hasYear
        total.isEastAsian = total.isEastAsian || scan.isEastAsian
      } else if !FoldedText.hasDigit(part), FoldedText.words(part) <= 3, part.count <= 48, !part.contains(where: isStop)
      {
        places += 1
      } else {
        return false
      }
    }
    return total.isDate && (1...3).contains(places)
  }

  /// A place and a date with a space or nothing between: กรุงเทพฯ 18 มี.ค. 2569; 上海3月18日电
  private static func isUnseparated(_ text: [UInt8]) -> Bool {
    if text.last.map({ $0 >= 0x80 }) ?? false,
      ["电", "電"].contains(where: { text.reversed().starts(with: $0.utf8.reversed()) })
    {
      guard let digit = text.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
      return digit <= 36 && (scan(text[digit...])?.isDate ?? false)
    }
    guard let space = text.firstIndex(of: 0x20), !FoldedText.hasDigit(text[..<space]), let scan = scan(text[space...])
    else { return false }
    return scan.months > 0 && scan.numbers >= 2
  }

  private static func withoutBrackets(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var isInside = false
    for byte in text {
      if byte == UInt8(ascii: "(") { isInside = true }
      if !isInside { output.append(byte) }
      if byte == UInt8(ascii: ")") { isInside = false }
    }
    return Array(FoldedText.trim(output[...]))
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "'"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "\"")
  }

  private static func isLoneLetter(_ text: [UInt8], _ index: Int) -> Bool {
    guard text[index] >= 0x61, text[index] <= 0x7A else { return false }
    return index + 1 == text.count || !PhraseTable.isWordByte(text[index + 1])
  }

  /// The end of a number in Hebrew letters, which has a mark before its last one (תשפ"ו).
  private static func hebrewNumeral(_ text: [UInt8], _ index: Int) -> Int? {
    guard text[index] == 0xD7 else { return nil }
    let end = text[index...].firstIndex(of: 0x20) ?? text.count
    let word = text[index..<end]
    return word.count <= 12 && (word.contains(UInt8(ascii: "\"")) || word.contains(UInt8(ascii: "'"))) ? end : nil
  }
}
