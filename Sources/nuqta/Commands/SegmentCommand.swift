import ArgumentParser
import ArticlePipeline
import Foundation

/// Cuts a file, as the worker would cut a record.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut an article from a file or standard input.",
    usage: "nuqta segment [<options>] [<file>|-]",
    discussion: """
      Gives what the worker would write for the same bytes: the same units, the same ids. The format 'text' is for people; \
      'jsonl' is the records of the topic sentence-units, one a line: the units, then the article record that closes them; \
      'manifest' is the record of the topic article-manifests.

      EXAMPLES
        nuqta segment article.txt
        nuqta segment --lang ar --format jsonl article.txt
        curl -s https://example.org/article.json | nuqta segment --input json -

      EXIT CODES
        0   cut
        64  wrong usage
        65  the input is unusable; standard error says why
        66  the file can't be read
        74  the records can't be written
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

  @OptionGroup var processing: ProcessingOptions

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
    let fileName = "file:" + (file == "-" ? "-" : URL(fileURLWithPath: file).lastPathComponent)
    let processor = ArticleProcessor(settings: settings)
    var arena = RecordArena()
    var outcome = processor.process(record(value, key: uri), into: &arena)
    // A key goes before the identities that only some feeds know, so the file's name is none until nothing else is there.
    if uri == nil, outcome == .deadLetter(reason: .missingIdentity) {
      arena.removeAll()
      outcome = processor.process(record(value, key: fileName), into: &arena)
    }
    if case .deadLetter(let reason) = outcome {
      throw CommandFailure(
        "'\(file)' is unusable: \(reason.rawValue)\(Self.detail(in: arena).map { ": \($0)" } ?? "")",
        code: CommandFailure.unusable)
    }
    if uri == nil, Self.names(fileName, in: arena) {
      Console.errors.line(Console.errors.styled("ids are made from '\(fileName)'; --uri names another", .dim))
    }
    switch format {
    case .jsonl: try writeRecords(of: .units, in: arena)
    case .manifest: try writeRecords(of: .manifests, in: arena)
    case .text: try UnitListing(output: Console.output).show(arena)
    }
  }

  /// The article as a record: only what the file and the flags say, so that equal input gives equal output.
  private func record(_ value: [UInt8], key: String?) -> InputRecord {
    var headers: [RecordHeader] = []
    if let type = input.contentType { headers.append(RecordHeader(name: "content-type", value: Array(type.utf8))) }
    if lang != "auto" { headers.append(RecordHeader(name: "content-language", value: Array(lang.utf8))) }
    return InputRecord(
      topic: "file", partition: 0, offset: 0, timestamp: 1, key: key.map { Array($0.utf8) }, value: value,
      headers: headers)
  }

  private func read() throws -> [UInt8] {
    if file == "-", isatty(STDIN_FILENO) == 1 {
      Console.errors.line(Console.errors.styled("reading what is typed, until Ctrl-D", .dim))
    }
    // Foundation's ways to read a file tell no reason that a person could use, or trap on one that is a folder.
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw unreadable(errno)
      }
    }
  }

  private func unreadable(_ code: Int32) -> CommandFailure {
    CommandFailure("can't read '\(file)': \(String(cString: strerror(code)))", code: CommandFailure.noInput)
  }

  private func writeRecords(of stream: ArticlePipeline.OutputStream, in arena: RecordArena) throws {
    var lines: [UInt8] = []
    for record in arena.records where record.stream == stream {
      guard let value = record.value else { continue }
      lines += arena.bytes[value]
      lines.append(0x0A)
    }
    guard Console.output.write(lines) else {
      throw CommandFailure(
        "can't write the records: \(String(cString: strerror(errno)))", code: CommandFailure.outputFailed)
    }
  }

  /// Whether the article goes by that identity, or names itself: a manifest's key is the uri.
  private static func names(_ identity: String, in arena: RecordArena) -> Bool {
    arena.records.contains { record in
      guard record.stream == .manifests, let key = record.key else { return false }
      return arena.bytes[key].elementsEqual(identity.utf8)
    }
  }

  /// Why the input is unusable, from the dead letter's header.
  private static func detail(in arena: RecordArena) -> String? {
    for header in arena.headers where arena.bytes[header.name].elementsEqual("nuqta-error-detail".utf8) {
      return header.value.map { String(decoding: arena.bytes[$0], as: UTF8.self) }
    }
    return nil
  }
}
