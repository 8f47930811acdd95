internal import SentenceUnits

/// The hashes and names that records carry, as `SentenceUnits` makes them, with its errors as reasons.
enum RecordHashes {
  /// The SHA-256 of some bytes.
  static func sha256(_ bytes: [UInt8]) throws(UnusableRecord) -> Digest256 {
    do throws(HashingError) {
      var hasher = try SHA256()
      return try hasher.digest(bytes)
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// The digest of an article's id.
  static func article(_ uri: String) throws(UnusableRecord) -> Digest128 {
    do throws(HashingError) {
      var hasher = try IdentityHasher()
      return try hasher.article(uri)
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// The rules' name and digest.
  static func rules() throws(UnusableRecord) -> String {
    do throws(HashingError) {
      return try RulesIdentity.current().description
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// Cuts an article within a limit of units.
  static func cut(_ article: SourceArticle, maxUnits: Int) throws(UnusableRecord) -> SegmentedArticle {
    do throws(CutError) {
      return try UnitCutter(maxUnits: maxUnits).cut(article)
    } catch {
      if case .tooManyUnits = error { throw UnusableRecord(.tooManyUnits, error.description) }
      throw UnusableRecord(.internal, error.description)
    }
  }
}
