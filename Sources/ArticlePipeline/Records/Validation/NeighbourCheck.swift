internal import SentenceUnits

/// Whether units name and quote their neighbours rightly.
struct NeighbourCheck {
  private let entries: [UnitEntry]
  private let runs: [FieldRun]
  /// What each run is part of: a translation's scope prefix, or nothing for the article itself; `nil` where that can't be told.
  private let parts: [String?]
  /// How many texts each way units carry, as far as the units show it.
  private let width: Int

  init(_ entries: [UnitEntry], _ runs: [FieldRun], scopes: [String?]) {
    self.entries = entries
    self.runs = runs
    parts = zip(runs, scopes).map { run, scope in
      guard let scope else { return ScopeCandidates.translation(of: run.pointer) == nil ? "" : nil }
      return scope.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    let contexts = entries.lazy.map(\.record.context)
    let texts = contexts.reduce(0) { max($0, $1.before.count, $1.after.count) }
    width = max(texts, contexts.contains { $0.heading != nil } ? 1 : 0)
  }

  func run(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) {
    var headlines: [String: Int] = [:]
    for (run, part) in zip(runs, parts) {
      guard let part else { continue }
      for index in run.units where entries[index].record.kind == .headline && headlines[part] == nil {
        headlines[part] = index
      }
    }
    for (run, part) in zip(runs, parts) { try check(run, part, headlines, &log, &hasher) }
  }

  private func check(
    _ run: FieldRun, _ part: String?, _ headlines: [String: Int], _ log: inout FindingLog,
    _ hasher: inout IdentityHasher
  ) throws(HashingError) {
    let body = run.units.filter { entries[$0].record.kind.isBody }
    var reached = 0
    var heading: Int?
    for index in run.units {
      let entry = entries[index]
      // `reached` is the first body unit from this one on.
      while reached < body.count, body[reached] < index { reached += 1 }
      let isBody = reached < body.count && body[reached] == index
      let before = body[..<reached]
      let after = body[(isBody ? reached + 1 : reached)...]
      checkIDs(entry, previous: before.last, next: after.first, &log)
      checkTexts(entry, "before", entry.record.context.before, before.suffix(width), &log)
      checkTexts(entry, "after", entry.record.context.after, after.prefix(width), &log)
      let headline = part.flatMap { headlines[$0] }
      // Without a heading of its own field, that of an unknown translation can't be told either.
      if heading != nil || part != nil { checkHeading(entry, heading ?? (headline == index ? nil : headline), &log) }
      if entry.record.kind == .headline || entry.record.kind == .subheadline { heading = index }

      guard let own = entry.content else { continue }
      let due = try hasher.context(
        previous: before.last.flatMap { entries[$0].content }, content: own,
        next: after.first.flatMap { entries[$0].content })
      if !due.base32.utf8.elementsEqual(entry.record.contextHash.utf8) {
        log.add(.unitContextHash, entry.position, "/hash/context", "\(due.base32), from the text and its neighbours'")
      }
    }
  }

  private func checkIDs(_ entry: UnitEntry, previous: Int?, next: Int?, _ log: inout FindingLog) {
    for (name, found, index) in [
      ("prev", entry.record.context.previous, previous), ("next", entry.record.context.next, next),
    ] {
      let due = index.map { entries[$0].record.id }
      guard !Self.isSame(found, due) else { continue }
      log.add(
        .unitNeighbour, entry.position, "/context/\(name)",
        due.map { "\($0), the nearest unit of running text that way" } ?? "nothing: there is no running text that way")
    }
  }

  private func checkTexts(
    _ entry: UnitEntry, _ name: String, _ found: [String], _ due: ArraySlice<Int>, _ log: inout FindingLog
  ) {
    let due = due.map { entries[$0].record.text }
    let isRight = found.count == due.count && zip(found, due).allSatisfy { Self.isSame($0, $1) }
    if !isRight {
      log.add(.unitContextText, entry.position, "/context/\(name)", "the texts of \(due.count) neighbours that way")
    }
  }

  private func checkHeading(_ entry: UnitEntry, _ index: Int?, _ log: inout FindingLog) {
    let due = width > 0 ? index.map { entries[$0].record.text } : nil
    guard !Self.isSame(entry.record.context.heading, due) else { return }
    log.add(
      .unitHeading, entry.position, "/context/heading",
      index.map { "the text of unit \(entries[$0].record.sequence)" } ?? "nothing: there is no headline above")
  }

  private static func isSame(_ found: String?, _ due: String?) -> Bool {
    guard let found, let due else { return found == nil && due == nil }
    return found.utf8.elementsEqual(due.utf8)
  }
}
