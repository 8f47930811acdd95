import ArticlePipeline
import SentenceUnits

/// Units and article records laid out for a person.
///
/// A unit takes two lines: what it is, then its text. The text stands alone, because a line that mixes right-to-left text with
/// numbers and ids is shown in an order that nobody wrote. The first of the two fits into 80 columns with one short note.
struct UnitListing {
  let output: Console

  /// Shows a record of `sentence-units` and gives whether it closes its article; one that is neither a unit nor an article
  /// record is a defect of its writer.
  @discardableResult
  func show(_ value: [UInt8]) throws(RecordDecodingError) -> Bool {
    guard RecordKind(of: value) == .article else {
      show(try UnitRecord(decoding: value))
      return false
    }
    show(try ArticleRecord(decoding: value))
    return true
  }

  /// Shows what an article became.
  func show(_ arena: RecordArena) throws {
    for record in arena.records where record.stream == .units {
      if let value = record.value { try show(Array(arena.bytes[value])) }
    }
  }

  private func show(_ unit: UnitRecord) {
    if unit.sequence == 1 { output.line(title(unit.article, language: unit.language)) }
    var notes = unit.flags
    if let reason = unit.reason {
      notes.insert(reason.rawValue == unit.kind.rawValue ? "keep as is" : "keep as is: \(reason.rawValue)", at: 0)
    }
    let kind = unit.level.map { "\(unit.kind.rawValue) \($0)" } ?? unit.kind.rawValue
    row(
      unit.sequence, kind: kind, field: unit.field, bytes: unit.range.utf8, id: unit.id, notes: notes, text: unit.text)
  }

  /// Shows a field of a manifest, its units numbered from `number` on.
  func show(_ field: ManifestRecord.Field, from number: inout Int) {
    var end = 0
    for unit in field.units {
      let start = end + unit.before.utf8.count
      end = start + (unit.raw ?? unit.text).utf8.count
      row(
        number, kind: unit.kind.rawValue, field: field.field, bytes: start..<end, id: unit.id,
        notes: unit.translate ? [] : ["keep as is"], text: unit.text)
      number += 1
    }
    if field.units.isEmpty {
      let name = field.field.isEmpty ? "the text" : Self.oneLine(field.field)
      output.line(
        "      " + output.styled("\(name) holds \(Self.count(field.after.utf8.count, "byte")) and no unit", .dim))
    }
  }

  private func row(
    _ sequence: Int, kind: String, field: String, bytes: Range<Int>, id: String, notes: [String], text: String
  ) {
    let number = String(sequence)
    let place = "\(field.isEmpty ? "bytes" : Self.oneLine(field)) \(bytes.lowerBound)–\(bytes.upperBound)"
    output.line(
      String(repeating: " ", count: max(0, 4 - number.count)) + output.styled(number, .bold) + "  "
        + output.styled(Self.padded(kind, 12), .cyan) + output.styled(Self.padded(place, 22), .dim)
        + output.styled(id, .dim)
        + (notes.isEmpty ? "" : "  " + output.styled(notes.joined(separator: ", "), .yellow)))
    output.paragraph(Self.oneLine(text), indent: 6)
  }

  private func show(_ article: ArticleRecord) {
    if article.units.isEmpty { output.line(title(article.article, language: nil)) }
    let count = Self.count(article.units.count, "unit")
    output.line(
      "      " + output.styled("article record: \(article.status.rawValue), \(count), \(article.id)", .green))
  }

  private func title(_ article: ArticleIdentity, language: TextLanguage?) -> String {
    var words = [output.styled(Self.oneLine(article.uri), .bold)]
    if let version = article.version { words.append("version \(Self.oneLine(version))") }
    if let language {
      words.append("\(Self.oneLine(language.tag)) (\(language.source.rawValue)), \(language.direction.rawValue)")
    }
    return words.joined(separator: "  ")
  }

  /// A number with its noun: 1 unit, 2 units.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
  }

  /// A text that can't move the cursor or end its line: control characters are shown as pictures.
  static func oneLine(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        shown.unicodeScalars.append(picture)
      } else if scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value) {
        shown.unicodeScalars.append("\u{FFFD}")
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
