internal import SentenceUnits

/// The members of units that tell their language, as JSON: an article has one or few languages and many units.
struct LanguageMembers: Sendable {
  private var languages: [TextLanguage] = []
  private var members: [[UInt8]] = []

  /// Writes the members of each language that units have.
  init(_ units: [SentenceUnit]) {
    let units = units.span
    for index in units.indices where units[index].language != languages.last {
      let language = units[index].language
      guard !languages.contains(language) else { continue }
      var bytes: [UInt8] = []
      _ = bytes.write { Self.write(language, to: &$0) }
      languages.append(language)
      members.append(bytes)
    }
  }

  /// Appends `,"lang":"…","langSource":"…","dir":"…"`.
  func write(_ language: TextLanguage, to output: inout ByteOutput) {
    for index in languages.indices where languages[index] == language {
      output.append(contentsOf: members[index])
      return
    }
    Self.write(language, to: &output)
  }

  private static func write(_ language: TextLanguage, to output: inout ByteOutput) {
    JSONWriter.raw(",\"lang\":\"", to: &output)
    output.append(contentsOf: language.tag.utf8)
    JSONWriter.raw("\",\"langSource\":\"", to: &output)
    output.append(contentsOf: language.source.rawValue.utf8)
    JSONWriter.raw("\",\"dir\":\"", to: &output)
    output.append(contentsOf: language.direction.rawValue.utf8)
    JSONWriter.raw("\"", to: &output)
  }
}
