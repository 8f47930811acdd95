internal import SentenceUnits

/// The hashes and names that records carry: the one place that knows how `SentenceUnits` makes them.
enum RecordHashes {
  /// The SHA-256 of some bytes, 32 bytes.
  static func sha256(_ bytes: [UInt8]) throws(UnusableRecord) -> [UInt8] {
    StandInSHA256.digest(bytes)
  }

  /// The digest of an article's id: first 16 bytes of SHA-256(`nuqta-article-1` 00 ‖ identity).
  static func article(_ uri: String) throws(UnusableRecord) -> Digest128 {
    let digest = try sha256(Array("nuqta-article-1\0".utf8) + Array(uri.utf8))
    func word(_ start: Int) -> UInt64 { digest[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
    return Digest128(high: word(0), low: word(8))
  }

  /// Appends a digest's 26 characters of base32.
  static func base32(_ digest: Digest128, to output: inout [UInt8]) {
    for place in 0..<26 {
      let end = place * 5 + 5
      let bits: UInt64
      if end <= 64 {
        bits = digest.high >> UInt64(64 - end)
      } else if end < 69 {
        bits = digest.high << UInt64(end - 64) | digest.low >> UInt64(128 - end)
      } else {
        bits = end <= 128 ? digest.low >> UInt64(128 - end) : digest.low << UInt64(end - 128)
      }
      let value = UInt8(truncatingIfNeeded: bits & 31)
      output.append(value < 26 ? 0x61 + value : 0x18 + value)
    }
  }

  /// The rules' name and digest.
  static func rules() throws(UnusableRecord) -> String { "0.0.0+standin" }

  /// Cuts an article within a limit of units.
  static func cut(_ article: SourceArticle, maxUnits: Int) throws(UnusableRecord) -> SegmentedArticle {
    let cut = UnitCutter().cut(article)
    guard cut.units.count <= maxUnits else {
      throw UnusableRecord(.tooManyUnits, "the article has more than \(maxUnits) units")
    }
    return cut
  }
}
