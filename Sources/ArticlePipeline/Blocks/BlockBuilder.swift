internal import SentenceUnits

/// Takes an article's strings apart into blocks, each with its kind and language.
///
/// A line is a block: headlines, bylines and hashtag lines have no stop, and a line break is surer than any rule of language.
struct BlockBuilder: Sendable {
  let settings: ProcessorSettings

  /// The article with its fields and their blocks, ready to be cut.
  ///
  /// - Complexity: O(*n*) in the bytes of its strings.
  func article(_ message: FeedMessage) -> SourceArticle {
    let parts = self.parts(of: message)
    var fields: [SourceField] = []
    fields.reserveCapacity(message.texts.count)
    for text in message.texts {
      let part = parts[text.translation] ?? Part(declared: nil, texts: [text], settings: settings)
      let isInvalid = text.translation == nil ? message.isLanguageInvalid : text.isLanguageInvalid
      fields.append(
        SourceField(
          pointer: text.pointer, scope: text.scope, bytes: text.bytes,
          blocks: blocks(of: text, part.resolver, headline: part.headline), flags: isInvalid ? .languageInvalid : []))
    }
    return SourceArticle(
      identity: ArticleIdentity(uri: message.uri, version: message.version, language: message.language), fields: fields)
  }

  /// The texts of one language: the article's own, or those of a translation.
  private struct Part {
    let resolver: LanguageResolver
    let headline: [UInt8]?

    init(declared: String?, texts: [FeedText], settings: ProcessorSettings) {
      resolver = LanguageResolver(declared: declared, texts: texts, settings: settings)
      headline = texts.first { $0.role == .headline && !$0.bytes.isBlankText }?.bytes
    }
  }

  /// The parts of an article by what translation they are.
  private func parts(of message: FeedMessage) -> [String?: Part] {
    guard message.texts.contains(where: { $0.translation != nil }) else {
      return [nil: Part(declared: message.language, texts: message.texts, settings: settings)]
    }
    return Dictionary(grouping: message.texts, by: \.translation).reduce(into: [:]) { parts, group in
      let declared = group.key.map { $0 == "und" ? nil : $0 } ?? message.language
      parts[group.key] = Part(declared: declared, texts: group.value, settings: settings)
    }
  }

  private func blocks(of text: FeedText, _ resolver: LanguageResolver, headline: [UInt8]?) -> [Block] {
    // A line of marks that show nothing is no text: it stays in the gap.
    let ranges = LineSplitter.split(text.bytes).filter { !text.bytes[$0].isBlankText }
    guard text.role == .body else {
      return ranges.map {
        Block(kind: text.role.blockKind, range: $0, language: resolver.language(of: text.bytes, $0))
      }
    }
    let primary = LanguageTag.primary(resolver.language.tag)
    var lines = ranges.map { Line(text.bytes, $0) }
    let markers = ListFinder(bytes: text.bytes, lines: lines, language: primary).markers()
    let kinds = BodyClassifier(
      bytes: text.bytes, lines: lines, items: markers, language: primary,
      headline: headline.map { TextFold.fold($0, 0..<$0.count) }
    ).kinds()
    for (index, marker) in markers where kinds[index] == .listItem {
      lines[index].range = marker.textStart..<lines[index].range.upperBound
    }
    return zip(lines, kinds).map { line, kind in
      Block(kind: kind, range: line.range, language: resolver.language(of: text.bytes, line.range))
    }
  }
}
