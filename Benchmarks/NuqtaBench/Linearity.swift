import ArticlePipeline

/// What long articles take a kilobyte beside shorter ones.
struct Linearity: Encodable {
  struct Row: Encodable {
    let article: String
    let bytes: Int
    let units: Int
    /// Microseconds of CPU time a kilobyte of message, in the quickest round: these rounds are few and long.
    let perKilobyte: Double
    /// The same by 1,000 bytes of output, which is what short units are many of.
    let perOutputKilobyte: Double
  }

  let rows: [Row]

  init(_ article: BenchArticle, rounds: Int) throws {
    let sizes: [(name: String, article: BenchArticle)] = [
      ("\(article.name), 100 KB", try article.grown(to: 100_000)),
      ("\(article.name), 1 MB", try article.grown(to: 1_000_000)),
      ("\(article.name), 10 MB", try article.grown(to: 10_000_000)),
      ("\(article.name), 1,000 short units", try article.lines(1000)),
      ("\(article.name), 10,000 short units", try article.lines(10_000)),
      ("\(article.name), 100,000 short units", try article.lines(100_000)),
    ]
    var settings = ProcessorSettings()
    settings.maxArticleBytes = 1 << 30
    settings.maxUnits = 1_000_000
    settings.maxRecordBytes = 1 << 30
    rows = try sizes.map { size in
      let bench = try Workbench(size.article.record, settings)
      let output = try bench.outputs().reduce(0) { $0 + $1.value.count }
      let found = try Meter(rounds: rounds, roundMilliseconds: 20).measure([
        Stage(name: size.name, run: bench.process)
      ])
      let bytes = size.article.size
      return Row(
        article: size.name, bytes: bytes, units: bench.units,
        perKilobyte: found[0].least / Double(bytes) * 1000,
        perOutputKilobyte: found[0].least / Double(output) * 1000)
    }
  }
}
