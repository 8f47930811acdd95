internal import SentenceUnits

/// What can be said of all units of an article together.
struct UnitSetCheck {
  let entries: [UnitEntry]
  /// Whether all units are there, so that gaps and neighbours can be told.
  let isWhole: Bool
  let runs: [FieldRun]

  init(_ entries: [UnitEntry], isWhole: Bool) {
    self.entries = entries
    self.isWhole = isWhole
    runs = FieldRun.runs(of: entries.lazy.map(\.record.field))
  }

  /// Checks the set.
  ///
  /// - Complexity: O(*n*) in the units.
  func run(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) {
    guard let first = entries.first else { return }
    let identity = try IdentityCheck(
      article: first.record.article.uri, language: first.record.article.language,
      entries.map {
        IdentityCheck.Unit(
          id: $0.record.id, content: $0.content, language: $0.record.language.tag,
          isDeclared: $0.record.language.source == .declared)
      }, runs, isWhole: isWhole, &hasher)
    for (index, due) in identity.wrong { log.add(.unitID, entries[index].position, "/id", due) }
    for number in identity.unknown {
      log.add(
        .scopeUnknown, entries[runs[number].units.lowerBound].position, "/field",
        "a scope that the record tells; the ids of this translation can't be checked")
    }
    checkOnce(&log)
    guard isWhole else { return }
    checkFields(&log)
    checkBlocks(&log)
    for run in runs { checkTiles(run, &log) }
    try NeighbourCheck(entries, runs, scopes: identity.scopes).run(&log, &hasher)
  }

  private func checkOnce(_ log: inout FindingLog) {
    var seen: Set<[UInt8]> = []
    for entry in entries where !seen.insert(Array(entry.record.id.utf8)).inserted {
      log.add(.unitTwice, entry.position, "/id", "an id of its own; another unit of the article has this one")
    }
  }

  private func checkFields(_ log: inout FindingLog) {
    var seen: Set<[UInt8]> = []
    for run in runs where !seen.insert(Array(run.pointer.utf8)).inserted {
      log.add(
        .unitField, entries[run.units.lowerBound].position, "/field", "all units of a field one behind the other")
    }
  }

  /// Blocks are counted from 1 through all fields; a headline and its kin are one unit each.
  private func checkBlocks(_ log: inout FindingLog) {
    var last: UnitRecord?
    for entry in entries {
      let record = entry.record
      let isSame = last.map { $0.block == record.block && $0.field.utf8.elementsEqual(record.field.utf8) } ?? false
      // Wrapping, here and below: a record may name any number.
      let due = (last?.block ?? 0) &+ 1
      if isSame, let last {
        if last.kind != record.kind || last.level != record.level {
          log.add(.unitBlock, entry.position, "/block", "the kind and level of the block's other units")
        } else if record.kind.isOneUnit {
          log.add(.unitBlock, entry.position, "/block/index", "\(due); a \(record.kind.rawValue) is one unit")
        }
      } else if record.block != due {
        log.add(.unitBlock, entry.position, "/block/index", last == nil ? "1" : "\(due) or \(due &- 1) in its field")
      }
      last = record
    }
  }

  /// Gaps and texts tile a field from its start, in three measures.
  private func checkTiles(_ run: FieldRun, _ log: inout FindingLog) {
    var end = TextPosition()
    for entry in entries[run.units] {
      let gap = UnitLength(entry.record.before)
      let start = entry.record.range.lowerBound
      let due = TextPosition(
        utf8: end.utf8 &+ gap.utf8, utf16: end.utf16 &+ gap.utf16, scalar: end.scalar &+ gap.scalar)
      if start != due {
        log.add(
          .unitTile, entry.position, "/range",
          "a start at \(due.utf8), \(due.utf16), \(due.scalar) (bytes, UTF-16, scalars): where the unit before ends, and the gap"
        )
      }
      end = entry.record.range.upperBound
    }
  }
}
