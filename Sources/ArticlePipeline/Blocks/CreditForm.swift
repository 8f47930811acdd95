/// Whether a line says where the text or a picture comes from, or who handled it.
enum CreditForm {
  /// - Parameters:
  ///   - language: the primary subtag of the text's language.
  ///   - isFirst: the line stands where a headline is due, so that more must speak for a credit.
  static func matches(_ line: Line, language: String, isFirst: Bool) -> Bool {
    guard !line.isLong, line.width <= 170, line.ending != .mark, line.ending != .colon else { return false }
    // A statement of some length is none; this saves the look-ups for most paragraphs.
    let isOpenBracket = line.folded.first == UInt8(ascii: "(") || line.folded.first == UInt8(ascii: "[")
    if line.ending == .fullStop, !isOpenBracket, line.words > 10 { return false }
    let (text, isBracketed) = FoldedText.unwrapped(line.folded)
    guard !text.isEmpty else { return false }
    if isProviders(text) { return true }
    if isSignOff(text, isBracketed: isBracketed) { return !isFirst || isBracketed }
    return isLabelled(text, line, isBracketed, isFirst) || (!isFirst && isOpened(text, line, isBracketed, language))
  }

  /// Whether the line is names of providers only: رويترز, AFP/Getty Images, وكالة الأناضول.
  private static func isProviders(_ text: [UInt8]) -> Bool {
    var text = text
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    if isProvider(text) { return true }
    let parts = FoldedText.segments(text).filter { !$0.isEmpty }.flatMap(joined)
    return parts.count > 1 && parts.allSatisfy { isProvider(Array($0)) }
  }

  /// The names that an «and» joins, unless the whole is one name.
  private static func joined(_ part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if NewsroomPhrases.isProvider(part) { return [part] }
    let words = part.split(separator: 0x20)
    guard let place = words.firstIndex(where: { word in conjunctions.contains { $0.elementsEqual(word) } }), place > 0,
      place + 1 < words.count
    else { return [part] }
    return [part[part.startIndex..<words[place - 1].endIndex], part[words[place + 1].startIndex...]]
  }

  private static let conjunctions = ["and", "et", "und", "y", "e", "en", "och", "og", "i", "ve", "и", "та", "و", "और"]
    .map { Array($0.utf8) }

  private static func isProvider(_ text: [UInt8]) -> Bool {
    if NewsroomPhrases.isProvider(text) { return true }
    guard let length = NewsroomPhrases.organisations.prefix(of: text) else { return false }
    let name = FoldedText.trim(text[length...])
    guard !name.isEmpty else { return false }
    return NewsroomPhrases.isProvider(name) || isNamedOrganisation(Array(text[..<length]), name)
  }

  /// «صحيفة الشرق» and «وكالة "مدار"» name somebody; «صحيفة تكذّب التقرير» says something.
  private static func isNamedOrganisation(_ kind: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
    let kinds = ["وكالة", "وكالة أنباء", "صحيفة", "جريدة", "مجلة", "قناة", "خبرگزاری", "روزنامه", "روزنامہ"].map {
      TextFold.fold($0)
    }
    guard kinds.contains(kind), FoldedText.words(name) <= 2 else { return false }
    if name.count > 2, name.first == UInt8(ascii: "\""), name.last == UInt8(ascii: "\"") { return true }
    return name.split(separator: 0x20).allSatisfy { $0.starts(with: "ال".utf8) }
  }

  /// Whether the line says that the article ends: （完）, (끝), انتهى.
  private static func isSignOff(_ text: [UInt8], isBracketed: Bool) -> Bool {
    // «/ ۴۱۲» behind «انتهای پیام» is the desk's number.
    let end = text.firstIndex(of: UInt8(ascii: "/")) ?? text.count
    let core = Array(FoldedText.trim(text[..<end]))
    guard NewsroomPhrases.creditLines.contains(core) else { return false }
    return isBracketed || core.count > 6 || end < text.count
  }

  /// Whether a label names the source: "Source: Reuters", «المصدر: الجزيرة».
  private static func isLabelled(_ text: [UInt8], _ line: Line, _ isBracketed: Bool, _ isFirst: Bool) -> Bool {
    if text.starts(with: "©".utf8) { return line.words <= 10 }
    let label =
      NewsroomPhrases.creditLabels.prefix(of: text)
      ?? (isBracketed ? NewsroomPhrases.bylineLabels.prefix(of: text) : nil)
    guard let length = label, let start = FoldedText.behindSeparator(text, length, others: "/|=") else { return false }
    let name = Array(text[start...])
    if isFirst { return isProviders(name) || FoldedText.words(name) <= 2 }
    if isBracketed { return true }
    return FoldedText.words(name) <= (line.ending == .fullStop ? 8 : 16)
  }

  /// Whether the line opens with who handled the text: "Reporting by Nadia Roth".
  private static func isOpened(_ text: [UInt8], _ line: Line, _ isBracketed: Bool, _ language: String) -> Bool {
    let filter = language == "und" ? nil : language
    guard let length = NewsroomPhrases.creditOpeners.prefix(of: text, language: filter), length < text.count else {
      return false
    }
    return isBracketed || (line.ending == .word && line.words <= 20)
  }
}
