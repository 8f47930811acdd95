internal import Segmentation
internal import SentenceUnits

/// The hashes and names that records carry, with their failures as reasons of a dead letter.
///
/// libcrypto fails only where the machine's set-up is broken; the article is then a dead letter like any other that can't be
/// worked on, and the reason says what to look at.
enum RecordHashes {
  /// The SHA-256 of some bytes.
  static func sha256(_ bytes: [UInt8], _ hasher: inout IdentityHasher) throws(UnusableRecord) -> Digest256 {
    do throws(HashingError) {
      return try hasher.sha256(of: bytes.span)
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// The digest of an article's id.
  static func article(_ uri: String, _ hasher: inout IdentityHasher) throws(UnusableRecord) -> Digest128 {
    do throws(HashingError) {
      return try hasher.article(uri)
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// The rules' name and digest, over every table that can change a unit.
  static func rules() throws(UnusableRecord) -> String {
    do throws(HashingError) {
      return try PipelineRules.identity()
    } catch {
      throw UnusableRecord(.internal, error.description)
    }
  }

  /// Cuts an article within a limit of units.
  static func cut(
    _ article: SourceArticle, maxUnits: Int, _ scratch: inout CutterScratch
  ) throws(UnusableRecord) -> SegmentedArticle {
    do throws(CutError) {
      return try UnitCutter(maxUnits: maxUnits).cut(article, using: &scratch)
    } catch {
      switch error {
      case .tooManyUnits(let limit):
        throw UnusableRecord(.tooManyUnits, "the article has more than \(limit) units; --max-units sets the limit")
      case .invalidBlock, .invalidSentence, .hashing:
        throw UnusableRecord(.internal, error.description)
      }
    }
  }
}
