/// Whether a line says where the text or a picture comes from, or who handled it.
enum CreditForm {
  /// - Parameters:
  ///   - bytes: the text that the line is part of.
  ///   - language: the primary subtag of the text's language.
  ///   - isFirst: the line stands where a headline is due, so that more must speak for a credit.
  static func matches(_ line: Line, _ bytes: [UInt8], language: String, isFirst: Bool) -> Bool {
    guard line.mayCredit, !line.isLong, line.width <= 170, line.ending != .mark, line.ending != .colon else {
      return false
    }
    // A statement of some length is none; this saves the look-ups for most paragraphs.
    let isOpenBracket = line.folded.first == UInt8(ascii: "(") || line.folded.first == UInt8(ascii: "[")
    if line.ending == .fullStop, !isOpenBracket, line.words > 10 { return false }
    let (text, isBracketed) = FoldedText.unwrapped(line.folded)
    guard !text.isEmpty else { return false }
    if isProviders(text) { return !isFirst || !opensWithKind(text) || isCapitalised(bytes, line.range, all: false) }
    if isSignOff(text, isBracketed: isBracketed) { return !isFirst || isBracketed }
    return isLabelled(text, line, bytes, isBracketed, isFirst)
      || (!isFirst && isOpened(text, line, isBracketed, language))
  }

  /// Whether the line is names of providers only: رويترز, AFP/Getty Images, وكالة الأناضول.
  private static func isProviders(_ text: [UInt8]) -> Bool {
    var text = text[...]
    // A star behind a name is the mark that some states make media bear.
    while let last = text.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "*") { text.removeLast() }
    // A separator may stand before the first name.
    guard let first = text.first, FoldedText.isSeparator(first) || NewsroomPhrases.mayOpenWithProvider(text) else {
      return false
    }
    if isProvider(text) || isProviderWithNote(text) { return true }
    var names = 0
    for part in FoldedText.segments(Array(text)) where !part.isEmpty {
      for name in joined(part) {
        guard isProvider(name) else { return false }
        names += 1
      }
    }
    return names > 1
  }

  /// Whether the line is a provider with a word in brackets: «رويترز (بالعربية)», "Petra (Amman)".
  private static func isProviderWithNote(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")), open > 0 else {
      return false
    }
    let note = FoldedText.trim(text[(open + 1)..<(text.count - 1)])
    return isProvider(FoldedText.trim(text[..<open])) && (FoldedText.words(note) == 1 || isProvider(note))
  }

  /// Whether the line opens with a kind of organisation or with a word such as «from», and isn't a provider's whole name.
  private static func opensWithKind(_ text: [UInt8]) -> Bool {
    NewsroomPhrases.organisations.prefix(of: text) != nil && !NewsroomPhrases.isProvider(text[...])
  }

  /// In scripts with capitals names have one: "Avec Le Temps" names a source, "Avec le temps" says something.
  ///
  /// - Parameter all: every word behind the first must have one, not just any.
  private static func isCapitalised(_ bytes: [UInt8], _ range: Range<Int>, all: Bool, behindWords skip: Int = 1) -> Bool
  {
    let words = bytes[range].split(separator: 0x20).dropFirst(skip)
    func isName(_ word: ArraySlice<UInt8>) -> Bool {
      guard let scalar = Unicode.Scalar(ScalarReader.scalar(bytes, at: word.startIndex).value) else { return true }
      return !scalar.properties.isLowercase
    }
    return all ? words.allSatisfy(isName) : words.contains(where: isName)
  }

  /// The names that an «and» joins, unless the whole is one name.
  private static func joined(_ part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard NewsroomPhrases.mayOpenWithProvider(part), !NewsroomPhrases.isProvider(part) else { return [part] }
    let words = part.split(separator: 0x20)
    guard let place = words.firstIndex(where: { word in conjunctions.contains { $0.elementsEqual(word) } }), place > 0,
      place + 1 < words.count
    else { return [part] }
    return [part[part.startIndex..<words[place - 1].endIndex], part[words[place + 1].startIndex...]]
  }

  private static let conjunctions = [
    "and", "et", "und", "y", "e", "en", "och", "og", "i", "ve", "и", "та", "و", "और", "via", "with", "avec", "mit",
    "con",
    "com", "met",
  ].map { Array($0.utf8) }

  private static func isProvider(_ text: ArraySlice<UInt8>) -> Bool {
    if NewsroomPhrases.isProvider(text) { return true }
    guard NewsroomPhrases.organisations.mayOpen(text) else { return false }
    let text = Array(text)
    guard let length = NewsroomPhrases.organisations.prefix(of: text) else { return false }
    let name = FoldedText.trim(text[length...])
    guard !name.isEmpty else { return false }
    return NewsroomPhrases.isProvider(name) || isNamedOrganisation(Array(text[..<length]), name)
  }

  /// «صحيفة الشرق» and «وكالة "مدار"» name somebody; «صحيفة تكذّب التقرير» says something.
  private static func isNamedOrganisation(_ kind: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
    guard named.contains(kind), FoldedText.words(name) <= 2 else { return false }
    if name.count > 2, name.first == UInt8(ascii: "\""), name.last == UInt8(ascii: "\"") { return true }
    // Space agencies and canals have such names too: «وكالة الفضاء», «قناة السويس».
    guard papers.contains(kind) else { return false }
    return name.split(separator: 0x20).allSatisfy { $0.starts(with: "ال".utf8) }
  }

  private static let named =
    ["وكالة", "وكالة أنباء", "صحيفة", "جريدة", "مجلة", "قناة", "خبرگزاری", "روزنامه", "روزنامہ"].map {
      TextFold.fold($0)
    }
  private static let papers = ["صحيفة", "جريدة"].map { TextFold.fold($0) }

  /// Whether the line says that the article ends: （完）, (끝), انتهى.
  private static func isSignOff(_ text: [UInt8], isBracketed: Bool) -> Bool {
    // «/ ۴۱۲» behind «انتهای پیام» is the desk's number.
    let end = text.firstIndex(of: UInt8(ascii: "/")) ?? text.count
    let core = FoldedText.trim(text[..<end])
    guard NewsroomPhrases.creditLines.contains(core) else { return false }
    return isBracketed || core.count > 6 || end < text.count
  }

  /// Whether a label names the source: "Source: Reuters", «المصدر: الجزيرة».
  private static func isLabelled(
    _ text: [UInt8], _ line: Line, _ bytes: [UInt8], _ isBracketed: Bool, _ isFirst: Bool
  ) -> Bool {
    if text.starts(with: "©".utf8) { return line.words <= 10 }
    let label =
      NewsroomPhrases.creditLabels.prefix(of: text)
      ?? (isBracketed ? NewsroomPhrases.bylineLabels.prefix(of: text) : nil)
    guard let length = label, let start = FoldedText.behindSeparator(text, length, others: "/|=") else { return false }
    let name = Array(text[start...])
    if isFirst {
      let labelWords = FoldedText.words(FoldedText.trim(text[..<start]))
      return isProviders(name)
        || (FoldedText.words(name) <= 2 && isCapitalised(bytes, line.range, all: true, behindWords: labelWords))
    }
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
