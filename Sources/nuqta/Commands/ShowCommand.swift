import ArgumentParser
import ArticlePipeline
import SentenceUnits
import StreamWorker

/// Shows what the newest manifest says of an article.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an article as its newest manifest has it: units, rules, and where it came from.",
    usage: "nuqta show --brokers <host:port[,…]> [<options>] <uri>",
    discussion: """
      Reads all of the manifests' topic, committed records only, joins no group and commits nothing. In a partition the last \
      manifest of the uri counts; where several partitions hold one, the one with the latest timestamp, which is its article's, \
      then the one from the greater offset of the input.

      A manifest doesn't say whether the article is usable or withheld: --status looks for its article record, which takes as \
      long as reading all of the units' topic does.

      EXAMPLES
        nuqta show --brokers localhost:9092 https://wire.example/ar/2026/11/harbour
        nuqta show --brokers localhost:9092 --format json urn:x:1 | jq .manifest

      EXIT CODES
        0   found
        1   not found: withdrawn, or never seen
        64  wrong usage
        65  what stands under the uri is no manifest
        66  the topic does not exist
        69  no answer from the brokers
        74  the output can't be written
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup(title: "Cluster") var cluster: ClusterOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions

  @Flag(help: "Look for the article record, too.")
  var status = false

  @Option(help: "What is printed: a listing, or one JSON object with the manifest's bytes and position.")
  var format = Format.text

  @Option(help: ArgumentHelp("How long the brokers may be silent, in seconds.", valueName: "seconds"))
  var timeout = 30

  @Argument(help: "The article's uri, as its manifest is keyed.")
  var uri: String

  func validate() throws {
    guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout must be from 1 to 86400") }
  }

  func run() throws {
    var session = try ReadingSession(cluster: cluster, topics: topics, timeout: timeout, Environment())
    let topic = session.settings.topics.manifests
    var search = KeyedSearch(key: uri.utf8) { (try? ManifestRecord(decoding: $0))?.source.offset ?? 0 }
    try session.read(try session.bounds(of: topic), title: topic) { record in
      search.look(at: record)
      return true
    }
    guard let record = search.found, let value = record.value else { throw notFound(search.found, topic) }
    let manifest: ManifestRecord
    do throws(RecordDecodingError) {
      manifest = try ManifestRecord(decoding: value)
    } catch {
      throw CommandFailure(
        "what stands under '\(uri)' at \(topic) [\(record.partition)] offset \(record.offset) is no manifest: \(error)",
        code: CommandFailure.unusable)
    }
    let articleRecord = status ? try self.articleRecord(of: manifest, &session) : nil
    switch format {
    case .json:
      guard Console.output.write(FoundManifest(record, articleRecord: articleRecord).json + [0x0A]) else {
        throw CommandFailure("can't write the manifest", code: CommandFailure.outputFailed)
      }
    case .text:
      var view = ManifestView(manifest, record)
      view.others = search.partitions.filter { $0 != record.partition }
      if status { view.status = statusText(articleRecord, manifest, session.settings.topics.units) }
      view.show(on: Console.output)
    }
  }

  private func notFound(_ tombstone: InputRecord?, _ topic: String) -> CommandFailure {
    guard let tombstone else {
      return CommandFailure(
        "no manifest of '\(uri)' in \(topic): never seen, or withdrawn long ago; a uri is taken letter for letter",
        code: 1)
    }
    return CommandFailure(
      "'\(uri)' is withdrawn: \(topic) [\(tombstone.partition)] offset \(tombstone.offset) holds a null value", code: 1)
  }

  private func articleRecord(of manifest: ManifestRecord, _ session: inout ReadingSession) throws -> InputRecord? {
    let topic = session.settings.topics.units
    var search = KeyedSearch(key: try ArticleKey.of(manifest.article.uri))
    try session.read(try session.bounds(of: topic), title: topic) { record in
      search.look(at: record)
      return true
    }
    return search.found
  }

  private func statusText(_ record: InputRecord?, _ manifest: ManifestRecord, _ topic: String) -> String {
    guard let record, let article = try? ArticleRecord(decoding: record.value) else {
      return "unknown: \(topic) holds no article record of it any more"
    }
    let isSame = article.units.elementsEqual(manifest.fields.flatMap { $0.units.map(\.id) })
    return "\(article.status.rawValue), by \(topic) [\(record.partition)] offset \(record.offset)"
      + (isSame ? "" : ", which lists other units: one of the two is of another state of the article")
  }
}
