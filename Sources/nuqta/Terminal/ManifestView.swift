import ArticlePipeline
import SentenceUnits

/// A manifest laid out for a person: what it is of and where from, then its units as `segment` lists them.
struct ManifestView {
  /// What the article record says; `nil` where it wasn't looked for.
  var status: String?
  /// Other partitions that hold a manifest of the uri.
  var others: [Int32] = []
  private let manifest: ManifestRecord
  private let record: InputRecord

  init(_ manifest: ManifestRecord, _ record: InputRecord) {
    self.manifest = manifest
    self.record = record
  }

  func show(on output: Console) {
    let source = manifest.source
    output.line(title(output))
    var rows = [
      ("from", "\(source.topic) [\(source.partition)] offset \(source.offset)"),
      ("read as", ([source.contentType] + (source.charset.map { [$0] } ?? [])).joined(separator: ", ")),
      ("sha256", source.sha256),
      ("rules", manifest.rules),
      ("manifest", "\(record.topic) [\(record.partition)] offset \(record.offset)"),
    ]
    if !others.isEmpty {
      rows.append(
        (
          "older",
          "in \(others.count == 1 ? "partition" : "partitions") \(others.map(String.init).joined(separator: ", "))"
        ))
    }
    if let status { rows.append(("status", status)) }
    for (name, value) in rows {
      let padding = String(repeating: " ", count: 10 - name.count)
      output.line("      " + output.styled(name, .dim) + padding + UnitListing.oneLine(value))
    }
    let listing = UnitListing(output: output)
    var number = 1
    for field in manifest.fields { listing.show(field, from: &number) }
    if manifest.fields.isEmpty { output.line(output.styled("      no text", .dim)) }
  }

  private func title(_ output: Console) -> String {
    var words = [output.styled(UnitListing.oneLine(manifest.article.uri), .bold)]
    if let version = manifest.article.version { words.append("version \(UnitListing.oneLine(version))") }
    if let language = manifest.article.language { words.append(UnitListing.oneLine(language)) }
    return words.joined(separator: "  ")
  }
}
