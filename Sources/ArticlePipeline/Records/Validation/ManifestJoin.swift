internal import SentenceUnits

/// Holds articles' manifests against their units, in whatever order the two streams are read.
///
/// Of each article the newest few of either are kept as digests, and of so many articles only, so that memory is bounded.
struct ManifestJoin {
  /// An article record with its set, or a manifest.
  struct Side {
    let position: RecordPosition
    /// `nil` is a withdrawal.
    let digest: SetDigest?
    var isMatched = false
  }

  private struct Article {
    var sets: [Side] = []
    var manifests: [Side] = []
    /// Whether older sets were dropped: then an older manifest that matches none proves nothing.
    var isShortened = false
  }

  private static let revisionsKept = 4
  private static let articlesKept = 200_000

  private var articles: [Digest128: Article] = [:]
  private(set) var dropped = 0

  /// Adds a set that was closed; gives whether the article's newest one before was the same.
  mutating func addSet(_ side: Side, of uri: Digest128) -> Bool {
    guard makeRoom(for: uri) else { return false }
    let before = articles[uri]?.sets.last
    articles[uri, default: Article()].sets.append(side)
    if articles[uri]?.sets.count ?? 0 > Self.revisionsKept {
      articles[uri]?.sets.removeFirst()
      articles[uri]?.isShortened = true
    }
    return before.map { $0.digest == side.digest && $0.digest?.texts != nil } ?? false
  }

  mutating func addManifest(_ side: Side, of uri: Digest128) {
    guard makeRoom(for: uri) else { return }
    articles[uri, default: Article()].manifests.append(side)
    if articles[uri]?.manifests.count ?? 0 > Self.revisionsKept { articles[uri]?.manifests.removeFirst() }
  }

  private mutating func makeRoom(for uri: Digest128) -> Bool {
    guard articles[uri] == nil, articles.count >= Self.articlesKept else { return true }
    dropped += 1
    return false
  }

  /// Compares all that was added.
  ///
  /// - Parameters:
  ///   - expectsManifests: Whether all manifests were read, so that one that isn't there is missing.
  ///   - isSettled: Whether a set was there before the manifests' ends were looked up.
  mutating func finish(
    expectsManifests: Bool, isSettled: (RecordPosition) -> Bool, _ log: inout FindingLog
  ) {
    for uri in articles.keys.sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) {
      guard var article = articles[uri] else { continue }
      for index in article.manifests.indices {
        compare(article.manifests[index], isNewest: index == article.manifests.count - 1, &article, &log)
      }
      guard expectsManifests, let set = article.sets.last, !set.isMatched, isSettled(set.position) else { continue }
      if article.manifests.isEmpty {
        // A withdrawal's null value is what compaction takes first.
        guard set.digest != nil else { continue }
        log.add(.manifestMissing, set.position, "", "a manifest; the article has none")
      } else {
        log.add(
          .manifestMissing, set.position, "",
          set.digest == nil
            ? "a null value in the manifests' topic; the newest manifest there is of a state before the withdrawal"
            : "a manifest of this state of the article; the newest one is of another")
      }
    }
    if dropped > 0 {
      log.add(.notCompared, .line(0, file: "all"), "", "\(dropped) records of articles beyond \(Self.articlesKept)")
    }
    articles = [:]
  }

  private func compare(
    _ manifest: Side, isNewest: Bool, _ article: inout Article, _ log: inout FindingLog
  ) {
    guard !article.sets.isEmpty else {
      if manifest.digest != nil, isNewest {
        log.add(.manifestAlone, manifest.position, "", "units of the article; none was read")
      }
      return
    }
    guard let digest = manifest.digest else {
      for index in article.sets.indices where article.sets[index].digest == nil { article.sets[index].isMatched = true }
      return
    }
    var hasSameIDs = false
    var hasSameTexts = false
    for index in article.sets.indices {
      guard let set = article.sets[index].digest, set.ids == digest.ids else { continue }
      hasSameIDs = true
      guard set.texts == nil || set.texts == digest.texts else { continue }
      hasSameTexts = true
      article.sets[index].isMatched = true
      if article.sets[index].position.isPartitioned, manifest.position.isPartitioned,
        article.sets[index].position.partition != manifest.position.partition, isNewest,
        index == article.sets.count - 1
      {
        log.add(
          .manifestPartition, manifest.position, "",
          "partition \(article.sets[index].position.partition), where the article's units are")
      }
    }
    if article.isShortened, !isNewest, !hasSameTexts { return }
    if !hasSameIDs {
      log.add(
        .manifestUnits, manifest.position, "/fields", "the units that an article record of the article lists, in order")
    } else if !hasSameTexts {
      log.add(
        .manifestTexts, manifest.position, "/fields",
        "each unit's field, text, gap, kind, language and translate as its own record has them")
    }
  }
}
