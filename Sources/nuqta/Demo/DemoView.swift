import ArticlePipeline
import KafkaClient
import SentenceUnits
import StreamWorker

/// Shows what arrived on the demo's output topics.
struct DemoView {
  let output: Console

  func show(_ cluster: borrowing DemoCluster, totals: BatchTotals, time: Duration) throws {
    let names = cluster.names
    heading(names.units, "the units of each article, then the article record that closes them")
    let listing = UnitListing(output: output)
    for message in try cluster.read(names.units) {
      if let value = message.value { try listing.show(value) }
    }
    heading(
      names.manifests, "one record an article and revision, compacted to the newest: it rebuilds every source string")
    for message in try cluster.read(names.manifests) {
      guard let value = message.value else { continue }
      let manifest = try ManifestRecord(decoding: value)
      let fields = manifest.fields.map { "\($0.field.isEmpty ? "text" : $0.field) \($0.units.count)" }
      output.line(
        "  \(manifest.article.uri)\(manifest.article.version.map { "  version \($0)" } ?? "")  "
          + output.styled(
            "from \(manifest.source.topic) [\(manifest.source.partition)] offset \(manifest.source.offset), units by field: \(fields.joined(separator: ", "))",
            .dim))
    }
    output.line()
    heading(names.deadLetters, "what can't be used, untouched, with the reason in its headers")
    for message in try cluster.read(names.deadLetters) { show(letter: message) }
    output.line()
    table(totals, time)
  }

  private func heading(_ topic: String, _ text: String) {
    output.line()
    output.line(output.styled("── \(topic) ", .bold) + output.styled("· \(text)", .dim))
  }

  private func show(letter: ConsumedMessage) {
    func header(_ name: String) -> String {
      let value = letter.headers.last { $0.name == "nuqta-error-\(name)" }?.value
      return value.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    output.line(
      "  \(output.styled(header("reason"), .red))  \(UnitListing.oneLine(header("detail")))  "
        + output.styled("from \(header("topic")) [\(header("partition"))] offset \(header("offset"))", .dim))
    let text = String(decoding: (letter.value ?? []).prefix(160), as: UTF8.self)
    output.line("  " + UnitListing.oneLine(text) + ((letter.value?.count ?? 0) > 160 ? "…" : ""))
  }

  private func table(_ totals: BatchTotals, _ time: Duration) {
    var table = TextTable(["articles", "units", "dead letters", "time"], numeric: [0, 1, 2, 3])
    let seconds = Double(time / .milliseconds(1)) / 1_000
    table.add([
      String(totals.articles.values.reduce(0, +)), String(totals.units),
      String(totals.deadLetters.values.reduce(0, +)),
      String(Int(seconds)) + "." + String(Int(seconds * 10) % 10) + " s",
    ])
    let lines = table.lines()
    output.line(output.styled(lines[0], .bold))
    for line in lines.dropFirst() { output.line(line) }
  }
}
