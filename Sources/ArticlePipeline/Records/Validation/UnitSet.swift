internal import SentenceUnits

/// The units of an article that no article record has closed yet.
struct UnitSet {
  private(set) var entries: [UnitEntry] = []
  /// Whether the units follow on each other from 1.
  private(set) var isGapless = true
  /// Whether the log began in the midst of the article.
  private(set) var isCutOff: Bool
  /// What an earlier attempt at the same article wrote, under at-least-once.
  private var earlier: [String: (value: Digest128, rules: String, article: ArticleIdentity)] = [:]
  private var next = 1

  init(isCutOff: Bool = false) {
    self.isCutOff = isCutOff
  }

  /// Adds a unit where it is due, and says where it isn't.
  mutating func add(_ entry: UnitEntry, _ log: inout FindingLog) {
    let sequence = entry.record.sequence
    // Where a unit is missing or misnumbered, those behind it are right by either count.
    if sequence == next || sequence == entries.count + 1 {
      compareWithEarlier(entry, &log)
      append(entry)
    } else if isCutOff, entries.isEmpty {
      log.add(.cutOff, entry.position, "/seq", "1; the log begins in the midst of this article")
      isGapless = false
      append(entry)
    } else if let index = entries.lastIndex(where: { $0.record.sequence == sequence }),
      sequence != 1 || entries.count == 1
    {
      if entries[index].value == entry.value {
        log.add(.unitRepeated, entry.position, "/seq", "\(next); the unit is repeated, byte for byte")
      } else {
        log.add(.unitDiffers, entry.position, "/seq", "\(next), or the same bytes as at \(entries[index].position)")
      }
    } else if sequence == 1 {
      log.add(
        .articlePartial, entry.position, "/seq",
        "\(next) or the article record; \(entries.count) units of the article before stand alone, as at-least-once leaves them"
      )
      for entry in entries { earlier[entry.record.id] = (entry.value, entry.record.rules, entry.record.article) }
      entries = []
      isGapless = true
      isCutOff = false
      compareWithEarlier(entry, &log)
      append(entry)
    } else {
      log.add(.unitSequence, entry.position, "/seq", "\(next), not \(sequence)")
      isGapless = false
      append(entry)
    }
  }

  private mutating func append(_ entry: UnitEntry) {
    entries.append(entry)
    next = entry.record.sequence < Int.max ? entry.record.sequence + 1 : Int.max
  }

  /// A repeated attempt repeats keys and values exactly, unless the article or the rules changed meanwhile.
  private func compareWithEarlier(_ entry: UnitEntry, _ log: inout FindingLog) {
    guard let before = earlier[entry.record.id], before.value != entry.value else { return }
    guard before.rules == entry.record.rules, before.article == entry.record.article else { return }
    log.add(.unitDiffers, entry.position, "", "the same bytes as in the attempt before")
  }
}
