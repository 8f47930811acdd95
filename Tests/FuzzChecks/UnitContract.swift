import ArticlePipeline
import SentenceUnits

/// What an article's units must be against the strings that they were cut from.
struct UnitContract {
  private let message: FeedMessage
  private let units: [UnitRecord]
  /// The units' indices by id.
  private let places: [String: Int]

  init(_ message: FeedMessage, _ units: [UnitRecord]) {
    self.message = message
    self.units = units
    places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  private static let whole: Set<BlockKind> = [
    .headline, .subheadline, .kicker, .byline, .dateline, .timestamp, .credit, .related, .hashtags,
  ]

  func check() throws {
    var next = 0
    var block = 0
    for text in message.texts {
      var reached = TextPosition()
      var isFirst = true
      while next < units.count, units[next].field == text.pointer, units[next].sequence == next + 1 {
        let unit = units[next]
        try checkRange(unit, of: text.bytes, from: &reached)
        if unit.block != block || isFirst {
          try Breach.unless(unit.block == block + 1, "unit \(next + 1) is in block \(unit.block) behind \(block)")
          block = unit.block
        } else {
          try Breach.unless(
            units[next - 1].kind == unit.kind && !Self.whole.contains(unit.kind),
            "unit \(next + 1) is a second \(unit.kind)")
        }
        try Breach.unless(
          unit.kind == .listItem || !Self.showsLetters(unit.before), "letters are lost before unit \(next + 1)")
        try checkMembers(unit)
        isFirst = false
        next += 1
      }
      let rest = String(decoding: text.bytes[reached.utf8...], as: UTF8.self)
      try Breach.unless(!Self.showsLetters(rest), "letters are lost behind the last unit of \(text.pointer)")
    }
    try Breach.unless(next == units.count, "unit \(next + 1) stands in no field or out of order")
    try checkIDs()
  }

  /// Text and gap are their slices, in three measures.
  private func checkRange(_ unit: UnitRecord, of bytes: [UInt8], from reached: inout TextPosition) throws {
    let range = unit.range.utf8
    try Breach.unless(
      range.lowerBound >= reached.utf8 && !range.isEmpty && range.upperBound <= bytes.count,
      "range \(range) of \(unit.id)")
    let gap = String(decoding: bytes[reached.utf8..<range.lowerBound], as: UTF8.self)
    let text = String(decoding: bytes[range], as: UTF8.self)
    try Breach.unless(unit.text.utf8.elementsEqual(bytes[range]), "the text of \(unit.id) is not its slice")
    try Breach.unless(
      unit.before.utf8.elementsEqual(bytes[reached.utf8..<range.lowerBound]),
      "the gap before \(unit.id) is not its slice")
    var position = reached
    for (part, end) in [(gap, unit.range.lowerBound), (text, unit.range.upperBound)] {
      position.utf8 += part.utf8.count
      position.utf16 += part.utf16.count
      position.scalar += part.unicodeScalars.count
      try Breach.unless(position == end, "the measures of \(unit.id) differ: \(unit.range)")
    }
    reached = position
    // A space that carries a mark is a character that shows.
    let isBlank = [text.first, text.last].contains { end in
      end?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? true
    }
    try Breach.unless(!isBlank, "white space at an end of \(unit.text.debugDescription)")
  }

  private func checkMembers(_ unit: UnitRecord) throws {
    try Self.checkTag(unit.language.tag)
    try Breach.unless(
      unit.translate == (unit.reason == nil), "translate \(unit.translate), reason \(String(describing: unit.reason))")
    for (neighbour, isBefore) in [(unit.context.previous, true), (unit.context.next, false)] {
      guard let neighbour else { continue }
      let other = places[neighbour].map { units[$0] }
      try Breach.unless(
        other?.field == unit.field && other.map { $0.sequence < unit.sequence } == isBefore,
        "\(neighbour) is no neighbour of \(unit.id)")
    }
  }

  /// Ids and hashes are what the formulas give, with memory of their own.
  private func checkIDs() throws {
    var hasher = try IdentityHasher()
    let article = try hasher.article(message.uri)
    let scopes = Dictionary(message.texts.map { ($0.pointer, $0.scope) }) { first, _ in first }
    var contents: [String: Digest128] = [:]
    var occurrences: [String: UInt32] = [:]
    for unit in units {
      guard let content = try hasher.content(of: Array(unit.text.utf8).span), let scope = scopes[unit.field] else {
        throw Breach("\(unit.id) normalises to nothing")
      }
      contents[unit.id] = content
      let place = "\(scope) \(content.base32)"
      let id = try hasher.unit(
        article: article, scope: try hasher.scope(scope), content: content, occurrence: occurrences[place, default: 0])
      occurrences[place, default: 0] += 1
      try Breach.unless(
        unit.id == UnitID(id).description && unit.contentHash == content.base32, "\(unit.id) is not its formula's id")
    }
    for unit in units {
      guard let content = contents[unit.id] else { continue }
      let hash = try hasher.context(
        previous: unit.context.previous.flatMap { contents[$0] }, content: content,
        next: unit.context.next.flatMap { contents[$0] })
      try Breach.unless(unit.contextHash == hash.base32, "the context's hash of \(unit.id) is not its formula's")
    }
  }

  /// Language tags are in the form of BCP 47, whatever was declared.
  static func checkTag(_ tag: String) throws {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
    try Breach.unless(isTag, "'\(tag)' is no language tag")
  }

  /// Whether a gap holds what a reader would miss; tatweel is a letter to Unicode and a line to a reader.
  private static func showsLetters(_ gap: String) -> Bool {
    gap.unicodeScalars.contains { $0.value > 0x20 && $0.value != 0x640 && $0.properties.isAlphabetic }
  }
}
