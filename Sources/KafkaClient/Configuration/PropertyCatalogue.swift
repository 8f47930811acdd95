internal import CRdKafka
internal import Glibc

/// All properties that the librdkafka we run on knows, read from its own table.
struct PropertyCatalogue: Sendable {
  /// A property.
  struct Entry: Sendable {
    let appliesToConsumers: Bool
    let appliesToProducers: Bool
    /// The name that librdkafka keeps the value under, where this one is an alias.
    let canonicalName: String
  }

  /// The library's catalogue; empty where its table can't be read, and then nothing is hinted at or left out.
  static let library = PropertyCatalogue(table: libraryTable())

  let entries: [String: Entry]

  /// Reads librdkafka's table: `name | C/P | range | default | importance | description`, an alias saying so in its
  /// description.
  init(table: String) {
    var entries: [String: Entry] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
      guard columns.count >= 6, ["C", "P", "*"].contains(columns[1]), !columns[0].isEmpty else { continue }
      var canonical = columns[0]
      if let alias = line.firstRange(of: "Alias for `")?.upperBound, let end = line[alias...].firstIndex(of: "`") {
        canonical = String(line[alias..<end])
      }
      // Some names stand twice, for the client and for its topics; librdkafka sets the client's, which comes first.
      let known = entries[columns[0]]
      entries[columns[0]] = Entry(
        appliesToConsumers: columns[1] != "P" || known?.appliesToConsumers == true,
        appliesToProducers: columns[1] != "C" || known?.appliesToProducers == true,
        canonicalName: known?.canonicalName ?? canonical)
    }
    self.entries = entries
  }

  /// Whether the property means something to the role.
  ///
  /// An unknown one does: librdkafka shall judge it.
  func applies(_ name: String, to role: ClientRole) -> Bool {
    guard let entry = entries[name] else { return true }
    switch role {
    case .consumer: return entry.appliesToConsumers
    case .transactionalProducer, .producer: return entry.appliesToProducers
    case .admin: return entry.appliesToConsumers && entry.appliesToProducers
    }
  }

  /// The name that librdkafka keeps the value under.
  func canonicalName(_ name: String) -> String { entries[name]?.canonicalName ?? name }

  /// The known name that the fewest changed letters lead to, `nil` where none is near (more than a third changed).
  func nearest(to name: String) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(80))
    let best = entries.keys.map { (distance: Self.distance(wanted, Array($0.utf8)), name: $0) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best, best.distance * 3 <= wanted.count else { return nil }
    return best.name
  }

  /// Levenshtein's distance.
  ///
  /// O(a · b).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let substituted = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private static func libraryTable() -> String {
    guard let text = unsafe nuqta_properties_table() else { return "" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
