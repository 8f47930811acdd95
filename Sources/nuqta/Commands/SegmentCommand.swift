import ArgumentParser
import ArticlePipeline
import Foundation

/// Cuts a file, as the worker would cut a record.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut an article from a file or standard input.",
    discussion: """
      Gives what the worker would write for the same bytes: the same units, the same ids. The format 'text' is for people; \
      'jsonl' is the records of the topic sentence-units, one a line: the units, then the article record that closes them; \
      'manifest' is the record of the topic article-manifests.

      EXAMPLES
        nuqta segment article.txt
        nuqta segment --lang ar --format jsonl article.txt
        curl -s https://example.org/article.json | nuqta segment --input json -

      EXIT CODES
        0 cut · 64 wrong usage · 65 the input is unusable, the reason on standard error · 66 the file can't be read
      """)

  /// What the input is.
  enum Input: String, CaseIterable, ExpressibleByArgument {
    case text, json, auto

    /// The content type that says so; `nil` lets the bytes be looked at.
    var contentType: String? {
      switch self {
      case .text: "text/plain"
      case .json: "application/json"
      case .auto: nil
      }
    }
  }

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl, manifest
  }

  @Option(
    help: ArgumentHelp("The language that the article declares; 'auto' declares none.", valueName: "auto|BCP 47 tag"))
  var lang = "auto"

  @Option(
    help: ArgumentHelp("The article's identity, which ids are made from (default: file:<name>).", valueName: "uri"))
  var uri: String?

  @Option(help: "What the input is.")
  var input = Input.auto

  @Option(help: "What is printed.")
  var format = Format.text

  @OptionGroup(title: "Cutting") var processing: ProcessingOptions

  @Argument(help: "The file; '-' is standard input.")
  var file = "-"

  func run() throws {
    let settings: ProcessorSettings
    do {
      settings = try processing.resolved(Environment())
    } catch let error as InvalidSetting {
      throw ValidationError(error.description)
    }
    let value = try read()
    var arena = RecordArena()
    let outcome = ArticleProcessor(settings: settings).process(record(value), into: &arena)
    if case .deadLetter(let reason) = outcome {
      throw CommandFailure(
        "'\(file)' is unusable: \(reason.rawValue)\(Self.detail(in: arena).map { ": \($0)" } ?? "")",
        code: CommandFailure.unusable)
    }
    switch format {
    case .jsonl: writeRecords(of: .units, in: arena)
    case .manifest: writeRecords(of: .manifests, in: arena)
    case .text: try UnitListing(output: Console.output).show(arena)
    }
  }

  /// The article as a record: only what the file and the flags say, so that equal input gives equal output.
  private func record(_ value: [UInt8]) -> InputRecord {
    var headers: [RecordHeader] = []
    if let type = input.contentType { headers.append(RecordHeader(name: "content-type", value: Array(type.utf8))) }
    if lang != "auto" { headers.append(RecordHeader(name: "content-language", value: Array(lang.utf8))) }
    let name = uri ?? "file:" + (file == "-" ? "-" : URL(fileURLWithPath: file).lastPathComponent)
    if uri == nil {
      Console.errors.line(
        Console.errors.styled(
          "ids are made from '\(name)', unless the article names itself; say --uri for another", .dim))
    }
    return InputRecord(
      topic: "file", partition: 0, offset: 0, timestamp: 1, key: Array(name.utf8), value: value, headers: headers)
  }

  private func read() throws -> [UInt8] {
    if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw CommandFailure("can't read '\(file)': \(error.localizedDescription)", code: CommandFailure.noInput)
    }
  }

  private func writeRecords(of stream: ArticlePipeline.OutputStream, in arena: RecordArena) {
    var lines: [UInt8] = []
    for record in arena.records where record.stream == stream {
      guard let value = record.value else { continue }
      lines += arena.bytes[value]
      lines.append(0x0A)
    }
    Console.output.write(lines)
  }

  /// Why the input is unusable, from the dead letter's header.
  private static func detail(in arena: RecordArena) -> String? {
    for header in arena.headers where arena.bytes[header.name].elementsEqual("nuqta-error-detail".utf8) {
      return header.value.map { String(decoding: arena.bytes[$0], as: UTF8.self) }
    }
    return nil
  }
}
