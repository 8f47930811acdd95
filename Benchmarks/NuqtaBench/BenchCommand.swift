import ArgumentParser
import Foundation

/// `nuqta-bench`: what each stage of an article's way takes.
@main
struct BenchCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "nuqta-bench",
    abstract: "Times the stages of an article's way beside their budgets and beside Foundation's JSON coders.")

  @Option(help: "A folder of JSON messages with a 'body', one article a file.")
  var articles = "Benchmarks/Articles"
  @Option(help: "Only articles whose file is named so, without .json; several are parted by commas.")
  var only = ""
  @Option(help: "Alternating rounds of each stage; their median counts.")
  var rounds = 21
  @Option(help: "How long one round of a stage runs, in milliseconds.")
  var milliseconds = 3.0
  @Option(help: "text or json.")
  var format = Format.text
  @Flag(inversion: .prefixedNo, help: "Also articles of 10 MB and of 100,000 units.")
  var long = true

  func run() throws {
    let names = only.split(separator: ",").map(String.init)
    let files = try FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: articles), includingPropertiesForKeys: nil
    ).filter {
      $0.pathExtension == "json" && (names.isEmpty || names.contains($0.deletingPathExtension().lastPathComponent))
    }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !files.isEmpty else { throw BenchFailure.noArticles(articles) }
    let messages = try files.map(BenchArticle.init(file:))

    let meter = Meter(rounds: rounds, roundMilliseconds: milliseconds)
    var report = Report()
    report.stages = try messages.map { try StageTable($0, meter) }
    if long { report.linearity = try messages.map { try Linearity($0, rounds: 5) } }
    print(try format == .json ? report.json() : report.text())
  }
}
