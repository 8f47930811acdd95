import SentenceUnits

/// The key of an article record.
enum ArticleKey {
  /// The key for a uri.
  static func of(_ uri: String) throws -> [UInt8] {
    do throws(HashingError) {
      var hasher = try IdentityHasher()
      return Array(ArticleID(try hasher.article(uri)).description.utf8)
    } catch {
      throw CommandFailure(error.description, code: CommandFailure.unavailable)
    }
  }
}
