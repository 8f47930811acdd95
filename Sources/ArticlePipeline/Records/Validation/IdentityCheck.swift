internal import SentenceUnits

/// Recomputes the ids of an article's units from their texts.
struct IdentityCheck {
  /// What an id is made of and held against.
  struct Unit {
    let id: String
    /// The content of the text; `nil` where the text normalises to nothing.
    let content: Digest128?
    let language: String
    /// Whether the language is surely the declared one, which a translation's scope begins with.
    let isDeclared: Bool
  }

  /// The scope of each run; `nil` where none of the contract's gives one of its ids.
  private(set) var scopes: [String?] = []
  /// Units whose id is not their text's, and what was due.
  private(set) var wrong: [(unit: Int, due: String)] = []
  /// Runs whose scope can't be told, so that nothing can be said of their ids.
  private(set) var unknown: [Int] = []

  private struct Counted: Hashable {
    let scope: String
    let content: Digest128
  }

  /// Checks units in their order.
  ///
  /// - Parameter isWhole: Whether all units are there; else equal texts may stand before, and ids of later occurrences are taken.
  /// - Complexity: O(*n*) where ids are right; where none of a run is, times the number of scopes.
  init(
    article uri: String, language: String?, _ units: [Unit], _ runs: [FieldRun], isWhole: Bool = true,
    _ hasher: inout IdentityHasher
  ) throws(HashingError) {
    article = try hasher.article(uri)
    slack = isWhole ? 0 : 64
    var languages: [String] = []
    for tag in units.map(\.language) + [language ?? "und", "und"] where !languages.contains(tag) {
      languages.append(tag)
    }
    let known = try translationLanguages(units, runs, languages, &hasher)
    for (number, run) in runs.enumerated() {
      let told = ScopeCandidates.translation(of: run.pointer).flatMap { known[$0] }
      let candidates = ScopeCandidates(
        pointer: run.pointer, languages: told.map { [$0] } ?? languages,
        areDeclared: told != nil || units[run.units].allSatisfy(\.isDeclared))
      try check(units, run, number, candidates, &hasher)
    }
  }

  private let article: Digest128
  private let slack: UInt32
  private var tally: [Counted: UInt32] = [:]

  /// The language of each translation as one of its ids tells it.
  private func translationLanguages(
    _ units: [Unit], _ runs: [FieldRun], _ languages: [String], _ hasher: inout IdentityHasher
  ) throws(HashingError) -> [String: String] {
    var known: [String: String] = [:]
    for run in runs {
      guard let translation = ScopeCandidates.translation(of: run.pointer), known[translation] == nil else { continue }
      let near = units[run.units].map(\.language)
      for language in near.prefix(1) + languages where known[translation] == nil {
        let candidates = ScopeCandidates(pointer: run.pointer, languages: [language], areDeclared: false)
        for scope in candidates.scopes {
          let ids = try ids(of: units[run.units], scope, &hasher).ids
          guard zip(units[run.units], ids).contains(where: { $1 != nil && Self.isSame($0.id, $1) }) else { continue }
          known[translation] = language
          break
        }
      }
    }
    return known
  }

  private mutating func check(
    _ units: [Unit], _ run: FieldRun, _ number: Int, _ candidates: ScopeCandidates, _ hasher: inout IdentityHasher
  ) throws(HashingError) {
    let members = units[run.units]
    var best: (scope: String, ids: [Digest128?], counts: [Digest128: UInt32], hits: Int)?
    for scope in candidates.scopes {
      let (ids, counts) = try ids(of: members, scope, &hasher)
      let hits = zip(members, ids).reduce(0) { $0 + (Self.isSame($1.0.id, $1.1) ? 1 : 0) }
      if hits > best?.hits ?? -1 { best = (scope, ids, counts, hits) }
      if hits == members.count { break }
    }
    guard let best, best.hits > 0 || candidates.isCertain else {
      scopes.append(nil)
      unknown.append(number)
      return
    }
    let isTold = best.hits > 0 || candidates.scopes.count == 1
    scopes.append(isTold ? best.scope : nil)
    if isTold {
      for (content, count) in best.counts { tally[Counted(scope: best.scope, content: content)] = count }
    }
    for (index, id) in zip(run.units, best.ids) where !Self.isSame(units[index].id, id) {
      guard let id else { continue }
      let due = "\(UnitID(id)), from the text in the scope \(best.scope)"
      wrong.append((index, isTold ? due : "an id of the text in one of the scopes"))
    }
  }

  /// The ids that a run's units have in a scope, and how often each content has been seen then.
  private func ids(
    of units: ArraySlice<Unit>, _ scope: String, _ hasher: inout IdentityHasher
  ) throws(HashingError) -> (ids: [Digest128?], counts: [Digest128: UInt32]) {
    let scopeDigest = try hasher.scope(scope)
    var counts: [Digest128: UInt32] = [:]
    var ids: [Digest128?] = []
    for unit in units {
      guard let content = unit.content else {
        ids.append(nil)
        continue
      }
      let before = counts[content] ?? tally[Counted(scope: scope, content: content)] ?? 0
      counts[content] = before + 1
      var id = try hasher.unit(article: article, scope: scopeDigest, content: content, occurrence: before)
      for more in 0..<slack where !Self.isSame(unit.id, id) {
        let later = try hasher.unit(
          article: article, scope: scopeDigest, content: content, occurrence: before + more + 1)
        guard Self.isSame(unit.id, later) else { continue }
        id = later
        counts[content] = before + more + 2
      }
      ids.append(id)
    }
    return (ids, counts)
  }

  private static func isSame(_ text: String, _ digest: Digest128?) -> Bool {
    guard let digest else { return true }
    return text.utf8.elementsEqual(UnitID(digest).description.utf8)
  }
}
