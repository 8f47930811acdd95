import ArticlePipeline

/// The stages of one article with what they took.
struct StageTable: Encodable {
  struct Row: Encodable {
    let stage: String
    /// Its own time, in microseconds an article: the stage's, less that of the stages inside it.
    let microseconds: Double
    let least: Double?
    let most: Double?
    /// The part of the whole, in percent; `nil` for what is no part of it.
    let share: Double?
    /// Microseconds; for an article of 2.6 KB and 25 units.
    let budget: Double?
    let instructions: Double?
    /// Requests for memory, and those of an article with ten times the text.
    let allocations: Int?
    let allocationsOfTenfold: Int?
  }

  let article: String
  let bytes: Int
  let units: Int
  let rows: [Row]

  init(_ article: BenchArticle, _ meter: Meter) throws {
    let bench = try Workbench(article.record, ProcessorSettings())
    let long = try Workbench(article.repeated(10).record, ProcessorSettings())
    let stages = try Self.stages(bench) + Self.foundation(bench)
    let measured = try meter.measure(stages)
    let tenfold = try Self.stages(long).map { try meter.allocations(of: $0) }
    let total = measured[0].microseconds
    self.article = article.name
    bytes = article.size
    units = bench.units

    var rows: [Row] = stages.indices.dropFirst().map { index in
      let found = measured[index]
      return Row(
        stage: found.stage, microseconds: found.microseconds, least: found.least, most: found.most,
        share: index < tenfold.count ? found.microseconds / total * 100 : nil, budget: stages[index].budget,
        instructions: found.instructions, allocations: found.allocations,
        allocationsOfTenfold: index < tenfold.count ? tenfold[index] : nil)
    }
    let whole = measured[0]
    rows.insert(
      Row(
        stage: whole.stage, microseconds: total, least: whole.least, most: whole.most, share: 100,
        budget: stages[0].budget, instructions: whole.instructions, allocations: whole.allocations,
        allocationsOfTenfold: tenfold[0]), at: tenfold.count - 1)
    self.rows = rows
  }

  /// The whole first, then its parts in order; a name that is indented is a part of the one above.
  private static func stages(_ bench: Workbench) throws -> [Stage] {
    let parts = try bench.encodeParts()
    return [
      Stage(name: "ArticleProcessor.process", budget: 45, run: bench.process),
      Stage(name: "decode", budget: 2, run: bench.decode),
      Stage(name: "blocks, language", run: bench.makeBlocks),
      Stage(name: "cut into units", run: bench.cut),
      Stage(name: "  segment", run: bench.segment),
      Stage(name: "  normalise", budget: 3, run: bench.normalise),
      Stage(name: "  ids (hashes)", budget: 12, run: bench.identify),
      Stage(name: "encode", budget: 24, run: bench.encode),
      Stage(name: "  shared, two SHA-256", run: bench.encodeShared),
      Stage(name: "  units", run: parts.units),
      Stage(name: "  article record", run: parts.article),
      Stage(name: "  manifest", run: parts.manifest),
    ]
  }

  private static func foundation(_ bench: Workbench) throws -> [Stage] {
    let foundation = try FoundationBench(bench)
    return [
      Stage(name: "JSONSerialization, decode", run: foundation.serialisation),
      Stage(name: "JSONDecoder, decode", run: foundation.decode),
      Stage(name: "JSONEncoder, encode", run: foundation.encode),
    ]
  }
}
