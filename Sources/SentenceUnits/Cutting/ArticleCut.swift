internal import Segmentation

/// An article being cut: its units so far, and where in the field at hand the last one ended.
struct ArticleCut {
  private(set) var units: [SentenceUnit] = []
  private let maxUnits: Int
  /// Blocks that gave units, in all fields.
  private var blocks = 0
  /// The flags that every unit of the field bears.
  private var fieldFlags: UnitFlags = []
  /// Where the last unit of the field ends, counted three ways.
  private var end = TextPosition()

  init(_ article: SourceArticle, maxUnits: Int) {
    self.maxUnits = maxUnits
    let bytes = article.fields.reduce(0) { $0 + $1.bytes.count }
    units.reserveCapacity(min(maxUnits, bytes / 128 + article.fields.count))
  }

  /// Adds the units of a field.
  mutating func cutField(_ field: SourceField, number: Int, using scratch: inout CutterScratch) throws(CutError) {
    let scope = try scratch.scope(field.scope)
    let bytes = field.bytes
    let text = bytes.span
    let first = units.count
    var reached = 0
    end = TextPosition()
    fieldFlags = field.flags
    for index in field.blocks.indices {
      let block = field.blocks[index]
      guard block.range.lowerBound >= reached, UTF8Text.isBoundary(block.range.lowerBound, in: text),
        UTF8Text.isBoundary(block.range.upperBound, in: text)
      else { throw .invalidBlock(field: number, block: index) }
      reached = block.range.upperBound
      try cutBlock(block, of: text, field: number, in: scope, using: &scratch)
    }
    try link(from: first, using: &scratch)
  }

  private mutating func cutBlock(
    _ block: Block, of text: Span<UInt8>, field: Int, in scope: CutterScratch.Scope, using scratch: inout CutterScratch
  ) throws(CutError) {
    let before = units.count
    let number = blocks + 1
    if block.kind.isOneUnit {
      try add(block.range, block, number, of: text, field: field, in: scope, using: &scratch)
    } else {
      scratch.sentences.removeAll(keepingCapacity: true)
      scratch.segmenter(for: block.language.tag).cut(text, in: block.range, into: &scratch.sentences)
      var reached = block.range.lowerBound
      for index in scratch.sentences.indices {
        let range = scratch.sentences[index].range
        guard range.lowerBound >= reached, range.upperBound <= block.range.upperBound else {
          throw .invalidSentence(field: field, range: range)
        }
        reached = range.upperBound
        try add(range, block, number, of: text, field: field, in: scope, using: &scratch)
      }
    }
    if units.count > before { blocks = number }
  }

  /// Adds a unit, unless there is nothing in its range that an id could be of.
  private mutating func add(
    _ range: Range<Int>, _ block: Block, _ number: Int, of text: Span<UInt8>, field: Int,
    in scope: CutterScratch.Scope, using scratch: inout CutterScratch
  ) throws(CutError) {
    let trimmed = UnitText.trimmed(range, of: text)
    guard !trimmed.isEmpty, let names = try scratch.identify(text.extracting(trimmed), in: scope) else { return }
    guard units.count < maxUnits else { throw .tooManyUnits(limit: maxUnits) }

    let gap = end.utf8..<trimmed.lowerBound
    var start = end
    start.advance(to: trimmed.lowerBound, in: text)
    end = start
    end.advance(to: trimmed.upperBound, in: text)

    let keep: KeepReason? =
      block.kind == .hashtags ? .hashtags : UnitText.holdsLetter(trimmed, of: text) ? nil : .noLetters
    let isOpen = block.kind.isBody && !UnitText.endsWithStop(trimmed, of: text, language: block.language.tag)
    units.append(
      SentenceUnit(
        id: names.id, sequence: units.count + 1, field: field, block: number, kind: block.kind, level: block.level,
        range: TextRange(start, end), gap: gap, language: block.language, keep: keep,
        flags: isOpen ? fieldFlags.union(.noTerminal) : fieldFlags, content: names.content, context: .zero))
  }

  /// Tells the units of a field, the first at an index, their neighbours and the heading they stand under.
  private mutating func link(from first: Int, using scratch: inout CutterScratch) throws(CutError) {
    var body: Int?
    var heading: Int?
    for index in first..<units.count {
      units[index].previous = body
      units[index].heading = heading
      let kind = units[index].kind
      if kind.isBody { body = index }
      if kind == .headline || kind == .subheadline { heading = index }
    }
    body = nil
    for index in (first..<units.count).reversed() {
      units[index].next = body
      if units[index].kind.isBody { body = index }
    }
    for index in first..<units.count {
      let previous = units[index].previous.map { units[$0].content }
      let next = units[index].next.map { units[$0].content }
      units[index].context = try scratch.context(previous: previous, content: units[index].content, next: next)
    }
  }

  /// Puts what stands under no heading of its field under the first headline of its article, or of the translation it is part of:
  /// a heading is never of another language's text.
  mutating func linkToHeadlines(of article: SourceArticle) {
    // Parts are numbered, so that names are compared once a field and not once a unit.
    var numbers: [Substring: Int] = [:]
    let parts = article.fields.map { field in
      let part = Self.part(of: field.scope)
      let number = numbers[part] ?? numbers.count
      numbers[part] = number
      return number
    }
    var headlines = [Int?](repeating: nil, count: numbers.count)
    for index in units.indices where units[index].kind == .headline && headlines[parts[units[index].field]] == nil {
      headlines[parts[units[index].field]] = index
    }
    for index in units.indices where units[index].heading == nil {
      guard let headline = headlines[parts[units[index].field]], headline != index else { continue }
      units[index].heading = headline
    }
  }

  /// What a scope says its field is part of: a translation's language, or nothing for the article itself.
  private static func part(of scope: String) -> Substring {
    guard !scope.hasPrefix("entry:"), let slash = scope.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return scope[..<slash]
  }
}
