import ArticlePipeline
import KafkaClient
import SentenceUnits
import StreamWorker

/// Shows what arrived on the demo's output topics.
struct DemoView {
  let output: Console

  func show(_ cluster: borrowing DemoCluster, totals: BatchTotals, time: Duration) throws {
    let names = cluster.names
    output.line()
    heading(
      names.units, "the units of each article, then its article record", "number, kind, field and bytes, id; text")
    let listing = UnitListing(output: output)
    for message in try cluster.read(names.units) {
      if let value = message.value, try listing.show(value) { output.line() }
    }
    heading(names.manifests, "each article in one record, which rebuilds its texts", "uri, version; where it came from")
    for message in try cluster.read(names.manifests) {
      if let value = message.value { show(manifest: try ManifestRecord(decoding: value)) }
    }
    output.line()
    heading(names.deadLetters, "what can't be used, as it came", "reason, detail; where it came from; value")
    for message in try cluster.read(names.deadLetters) { show(letter: message) }
    output.line()
    table(totals, time)
  }

  private func heading(_ topic: String, _ text: String, _ legend: String) {
    output.line(output.styled("── \(topic) · ", .bold) + text)
    output.line(output.styled("   \(legend)", .dim))
  }

  private func show(manifest: ManifestRecord) {
    let count = manifest.fields.reduce(0) { $0 + $1.units.count }
    let source = manifest.source
    output.line(
      "  \(UnitListing.oneLine(manifest.article.uri))"
        + (manifest.article.version.map { "  version \(UnitListing.oneLine($0))" } ?? ""))
    output.line(
      output.styled(
        "      \(UnitListing.count(count, "unit")) in \(UnitListing.count(manifest.fields.count, "field")), "
          + "from \(source.topic) [\(source.partition)] offset \(source.offset)", .dim))
  }

  private func show(letter: ConsumedMessage) {
    func header(_ name: String) -> String {
      let value = letter.headers.last { $0.name == "nuqta-error-\(name)" }?.value
      return value.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    output.line("  \(output.styled(header("reason"), .red))  \(UnitListing.oneLine(header("detail")))")
    output.line(
      output.styled("      from \(header("topic")) [\(header("partition"))] offset \(header("offset"))", .dim))
    let text = String(decoding: (letter.value ?? []).prefix(160), as: UTF8.self)
    output.paragraph(UnitListing.oneLine(text) + ((letter.value?.count ?? 0) > 160 ? "…" : ""), indent: 6)
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
