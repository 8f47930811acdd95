internal import SentenceUnits

/// Settles the language of an article, or of one of its translations, and of each of its blocks.
///
/// What is declared stands unless the script contradicts it for sure; a block of another script (a quotation, a notice in English)
/// is told by its own words. Without a declaration the whole text tells, and a block that plainly speaks another language is that.
/// Short blocks follow the article.
struct LanguageResolver: Sendable {
  /// The language of the whole.
  let language: TextLanguage
  private let scripts: ScriptSet?
  private let isDeclared: Bool

  /// Settles the language of texts that belong together.
  init(declared: String?, texts: [FeedText], settings: ProcessorSettings) {
    let declaredScripts = declared.flatMap(LanguageScripts.scripts)
    let isContradicted = declaredScripts.map { LanguageSample(texts).contradicts($0) } ?? false
    isDeclared = declared != nil && !isContradicted
    if let declared, let declaredScripts, !isContradicted,
      let direction = LanguageScripts.direction(of: declaredScripts)
    {
      language = TextLanguage(tag: declared, source: .declared, direction: direction)
      scripts = declaredScripts
      return
    }
    let sample = LanguageSample(texts).bytes
    let whole = 0..<sample.count
    let settled: (tag: String, source: LanguageSource)
    if let declared, !isContradicted {
      settled = (declared, .declared)
    } else if let found = LanguageDetector.shared.detect(sample, whole) {
      settled = (found.tag, .detected)
    } else {
      settled = (settings.defaultLanguage.flatMap(LanguageTag.canonical) ?? "und", .default)
    }
    language = TextLanguage(
      tag: settled.tag, source: settled.source, direction: Self.direction(settled.tag, sample, whole))
    scripts = LanguageScripts.scripts(of: settled.tag)
  }

  /// The language of a block.
  func language(of bytes: [UInt8], _ range: Range<Int>) -> TextLanguage {
    if let scripts, ScriptCount.contradicts(bytes, range, scripts: scripts) {
      let found = LanguageDetector.shared.detect(bytes, range)
      let tag = found?.tag ?? "und"
      return TextLanguage(
        tag: tag, source: found == nil ? .default : .detected, direction: Self.direction(tag, bytes, range))
    }
    // What the words of a short block say counts only where its letters are another script's.
    if !isDeclared, range.count >= 80 || isForeign(bytes, range),
      let found = LanguageDetector.shared.detect(bytes, range), found.tag != language.tag,
      range.count >= 80 && found.evidence >= 8 || isForeign(bytes, range)
    {
      return TextLanguage(tag: found.tag, source: .detected, direction: Self.direction(found.tag, bytes, range))
    }
    return language
  }

  /// Whether most letters of a block are of another script than the article's, a name in Latin letters among them or not.
  private func isForeign(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let scripts else { return false }
    var count = ScriptCount()
    count.add(bytes, range)
    guard let script = count.dominant else { return false }
    return !scripts.contains(script) && count[script] >= 8
  }

  private static func direction(_ tag: String, _ bytes: [UInt8], _ range: Range<Int>) -> TextDirection {
    if let known = LanguageScripts.direction(of: tag) { return known }
    var count = ScriptCount()
    count.add(bytes, range)
    return count.isRightToLeft ? .rightToLeft : .leftToRight
  }
}
