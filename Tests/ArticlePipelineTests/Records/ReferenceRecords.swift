@testable import ArticlePipeline
@testable import SentenceUnits

/// The records of an article put together from strings, member by member as docs/formats.md has them: slow and plain, to hold the
/// encoder against.
struct ReferenceRecords {
  let record: InputRecord
  let article: SegmentedArticle
  let status: ArticleStatus
  let contentType: String
  var charset: String?
  let contextText: Int
  let rules: String
  let id: Digest128
  let digest: Digest256?

  func unit(_ unit: SentenceUnit) -> String {
    var members = ["\"type\":\"unit\"", "\"schema\":\"unit/1\"", "\"id\":\"\(UnitID(unit.id))\"", identity]
    members.append("\"seq\":\(unit.sequence)")
    members.append("\"field\":\(Self.literal(article.source.fields[unit.field].pointer))")
    let level = unit.level.map { ",\"level\":\($0)" } ?? ""
    members.append("\"block\":{\"index\":\(unit.block),\"kind\":\"\(unit.kind.rawValue)\"\(level)}")
    let ranges = [("utf8", unit.range.utf8), ("utf16", unit.range.utf16), ("scalar", unit.range.scalar)]
    members.append(
      "\"range\":{"
        + ranges.map { "\"\($0.0)\":[\($0.1.lowerBound),\($0.1.upperBound)]" }.joined(separator: ",") + "}")
    members.append("\"text\":\(text(of: unit))")
    members += gap("before", unit.field, unit.gap)
    members.append("\"lang\":\"\(unit.language.tag)\"")
    members.append("\"langSource\":\"\(unit.language.source.rawValue)\"")
    members.append("\"dir\":\"\(unit.language.direction.rawValue)\"")
    members.append("\"translate\":\(unit.keep == nil)")
    if let keep = unit.keep { members.append("\"reason\":\"\(keep.rawValue)\"") }
    let context = context(of: unit)
    if !context.isEmpty { members.append("\"context\":{\(context.joined(separator: ","))}") }
    members.append("\"hash\":{\"content\":\"\(unit.content.base32)\",\"context\":\"\(unit.context.base32)\"}")
    let flags = UnitFlags.names.filter { unit.flags.contains($0.flag) }.map { "\"\($0.name)\"" }
    if !flags.isEmpty { members.append("\"flags\":[\(flags.joined(separator: ","))]") }
    members.append("\"rules\":\(Self.literal(rules))")
    return "{\(members.joined(separator: ","))}"
  }

  func articleRecord() -> String {
    let units = article.units.map { "\"\(UnitID($0.id))\"" }.joined(separator: ",")
    return "{\"type\":\"article\",\"schema\":\"article/1\",\"id\":\"\(ArticleID(id))\",\(identity),"
      + "\"status\":\"\(status.rawValue)\",\"units\":[\(units)],\"rules\":\(Self.literal(rules))}"
  }

  func manifest() -> String {
    let source =
      "{\"topic\":\(Self.literal(record.topic)),\"partition\":\(record.partition),\"offset\":\(record.offset),"
      + "\"contentType\":\"\(contentType)\"\(charset.map { ",\"charset\":\"\($0)\"" } ?? ""),\"sha256\":\"\(digest?.description ?? "")\"}"
    let fields = article.source.fields.indices.map { index in
      let units = article.units.filter { $0.field == index }
      let listed = units.map { unit in
        (["\"id\":\"\(UnitID(unit.id))\"", "\"text\":\(text(of: unit))"] + gap("before", index, unit.gap) + [
          "\"kind\":\"\(unit.kind.rawValue)\"", "\"translate\":\(unit.keep == nil)",
          "\"lang\":\"\(unit.language.tag)\"",
        ]).joined(separator: ",")
      }
      let end = units.last?.range.utf8.upperBound ?? 0
      let members =
        [
          "\"field\":\(Self.literal(article.source.fields[index].pointer))", "\"format\":\"text\"",
          "\"units\":[\(listed.map { "{\($0)}" }.joined(separator: ","))]",
        ] + gap("after", index, end..<article.source.fields[index].bytes.count)
      return "{\(members.joined(separator: ","))}"
    }
    return "{\"schema\":\"manifest/1\",\(identity),\"source\":\(source),\"rules\":\(Self.literal(rules)),"
      + "\"fields\":[\(fields.joined(separator: ","))]}"
  }

  private var identity: String {
    let identity = article.source.identity
    let members = [("uri", identity.uri), ("version", identity.version), ("language", identity.language)]
    return "\"article\":{"
      + members.compactMap { name, value in value.map { "\"\(name)\":\(Self.literal($0))" } }.joined(separator: ",")
      + "}"
  }

  private func context(of unit: SentenceUnit) -> [String] {
    var members: [String] = []
    if contextText > 0 {
      if let heading = unit.heading { members.append("\"heading\":\(text(of: article.units[heading]))") }
      let before = chain(unit.previous) { $0.previous }.reversed().joined(separator: ",")
      let after = chain(unit.next) { $0.next }.joined(separator: ",")
      if !before.isEmpty { members.append("\"before\":[\(before)]") }
      if !after.isEmpty { members.append("\"after\":[\(after)]") }
    }
    if let previous = unit.previous { members.append("\"prev\":\"\(UnitID(article.units[previous].id))\"") }
    if let next = unit.next { members.append("\"next\":\"\(UnitID(article.units[next].id))\"") }
    return members
  }

  private func chain(_ first: Int?, _ step: (SentenceUnit) -> Int?) -> [String] {
    var texts: [String] = []
    var next = first
    while texts.count < contextText, let index = next {
      texts.append(text(of: article.units[index]))
      next = step(article.units[index])
    }
    return texts
  }

  private func text(of unit: SentenceUnit) -> String { Self.literal(article.text(of: unit)) }

  private func gap(_ name: String, _ field: Int, _ range: Range<Int>) -> [String] {
    let bytes = article.source.fields[field].bytes[range]
    return bytes.isEmpty ? [] : ["\"\(name)\":\(Self.literal(String(decoding: bytes, as: UTF8.self)))"]
  }

  /// A JSON string, escaped as little as RFC 8259 allows.
  static func literal(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\u{8}": output += "\\b"
      case "\t": output += "\\t"
      case "\n": output += "\\n"
      case "\u{c}": output += "\\f"
      case "\r": output += "\\r"
      case "\0"..<" ": output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
