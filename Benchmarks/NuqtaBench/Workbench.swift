import ArticlePipeline
import Segmentation
import SentenceUnits

/// An article with the result of every stage kept, so that each stage can be run alone on what the one before gave.
final class Workbench {
  let processor: ArticleProcessor
  let input: InputRecord
  let message: FeedMessage
  let blocks: SourceArticle
  let article: SegmentedArticle
  /// The units' texts in their normalised form.
  private let normalised: [[UInt8]]
  private var scratch: CutterScratch
  private var arena = RecordArena()
  private var normaliser = TextNormaliser()
  private var hasher: IdentityHasher
  private var sentences: [Sentence] = []
  private var bytes: [UInt8] = []
  private let segmenters: [String: Segmenter]
  /// Results go here, so that no work is left out as unused.
  private var sink: UInt64 = 0

  init(_ input: InputRecord, _ settings: ProcessorSettings) throws {
    processor = ArticleProcessor(settings: settings)
    self.input = input
    scratch = try CutterScratch()
    hasher = try IdentityHasher()
    message = try processor.decode(input)
    blocks = processor.blocks(of: message)
    article = try processor.cut(blocks, using: &scratch)
    var segmenters: [String: Segmenter] = [:]
    for block in blocks.fields.flatMap(\.blocks) {
      segmenters[block.language.tag] = Segmenter(language: block.language.tag)
    }
    self.segmenters = segmenters
    var normaliser = TextNormaliser()
    normalised = article.units.map { [article] unit in
      var output: [UInt8] = []
      normaliser.append(Array(article.bytes(of: unit)).span, to: &output)
      return output
    }
  }

  /// How many units the article has.
  var units: Int { article.units.count }

  /// All records' values as they are written now, by stream.
  func outputs() throws -> [(stream: OutputStream, value: [UInt8])] {
    try process()
    return arena.records.map { ($0.stream, $0.value.map { Array(arena.bytes[$0]) } ?? []) }
  }

  func process() throws {
    arena.removeAll()
    guard case .article(_, let units) = processor.process(input, into: &arena, using: &scratch),
      units == self.units
    else { throw BenchFailure.unusable }
    sink &+= UInt64(arena.bytes.count)
  }

  func decode() throws { sink &+= UInt64(try processor.decode(input).texts.count) }

  func makeBlocks() { sink &+= UInt64(processor.blocks(of: message).fields.count) }

  func segment() {
    for field in blocks.fields {
      let text = field.bytes.span
      var last: (tag: String, segmenter: Segmenter)?
      for block in field.blocks where !block.kind.isOneUnit {
        if last?.tag != block.language.tag {
          last = segmenters[block.language.tag].map { (block.language.tag, $0) }
        }
        sentences.removeAll(keepingCapacity: true)
        last?.segmenter.cut(text, in: block.range, into: &sentences)
        sink &+= UInt64(sentences.count)
      }
    }
  }

  func normalise() {
    bytes.removeAll(keepingCapacity: true)
    for unit in article.units {
      let field = article.source.fields[unit.field].bytes
      normaliser.append(field.span.extracting(unit.range.utf8), to: &bytes)
    }
    sink &+= UInt64(bytes.count)
  }

  func identify() throws {
    let name = try hasher.article(blocks.identity.uri)
    for index in article.units.indices {
      let text = normalised[index]
      let content = try hasher.content(ofNormalised: text.span)
      let id = try hasher.unit(article: name, scope: name, content: content, occurrence: 0)
      let context = try hasher.context(previous: content, content: id, next: content)
      sink &+= id.high &+ context.low
    }
  }

  func cut() throws { sink &+= UInt64(try processor.cut(blocks, using: &scratch).units.count) }

  func encode() throws {
    arena.removeAll()
    try records().write(into: &arena, hasher: &scratch.hasher)
    sink &+= UInt64(arena.bytes.count)
  }

  func encodeShared() throws {
    arena.removeAll()
    _ = try records().writeShared(into: &arena, hasher: &scratch.hasher)
    sink &+= UInt64(arena.bytes.count)
  }

  /// Closures that write one kind of records behind what they share, which is written once.
  func encodeParts() throws -> (units: () -> Void, article: () -> Void, manifest: () -> Void) {
    let records = try records()
    var own = RecordArena()
    let shared = try records.writeShared(into: &own, hasher: &scratch.hasher)
    let mark = own.mark
    return (
      {
        own.truncate(to: mark); records.writeUnits(shared, into: &own)
      },
      {
        own.truncate(to: mark); records.writeArticle(shared, into: &own)
      },
      {
        own.truncate(to: mark); records.writeManifest(shared, into: &own)
      }
    )
  }

  private func records() throws -> ArticleRecordSet {
    try processor.records(of: article, message, from: input, using: &scratch)
  }
}
