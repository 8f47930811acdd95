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
    var resolvers: [String?: LanguageResolver] = [:]
    for translation in Set(message.texts.map(\.translation)) {
      let texts = message.texts.filter { $0.translation == translation }
      let declared = translation.map { $0 == "und" ? nil : $0 } ?? message.language
      resolvers[translation] = LanguageResolver(declared: declared, texts: texts, settings: settings)
    }
    let fields = message.texts.map { text in
      let headline = message.texts.first {
        $0.role == .headline && $0.translation == text.translation && !$0.bytes.isBlankText
      }
      let resolver = resolvers[text.translation] ?? LanguageResolver(declared: nil, texts: [text], settings: settings)
      let isInvalid = text.translation == nil ? message.isLanguageInvalid : text.isLanguageInvalid
      return SourceField(
        pointer: text.pointer, scope: text.scope, bytes: text.bytes,
        blocks: blocks(of: text, resolver, headline: headline?.bytes), flags: isInvalid ? .languageInvalid : [])
    }
    return SourceArticle(
      identity: ArticleIdentity(uri: message.uri, version: message.version, language: message.language), fields: fields)
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
      bytes: text.bytes, lines: lines, items: Set(markers.keys), language: primary,
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
