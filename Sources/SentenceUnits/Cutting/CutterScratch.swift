internal import Segmentation

/// The memory that cutting an article needs besides the result; keep one a thread of work.
public struct CutterScratch: ~Copyable, Sendable {
  /// Derives ids and hashes; free to be used between articles.
  public var hasher: IdentityHasher

  /// The sentences of the block at hand.
  var sentences: [Sentence] = []
  private var article = Digest128.zero
  private var scopes: [String: Scope] = [:]
  private var occurrences: [Occurrence: UInt32] = [:]
  private var segmenter: (tag: String, segmenter: Segmenter)?

  /// A scope of the article at hand; its number stands for it in `occurrences`.
  struct Scope {
    let number: Int
    let digest: Digest128
  }

  private struct Occurrence: Hashable {
    let scope: Int
    let content: Digest128

    /// A part of the digest is enough to tell texts apart; the dictionary's own hash is seeded, so no article can make them collide.
    func hash(into hasher: inout Hasher) {
      hasher.combine(content.low ^ UInt64(truncatingIfNeeded: scope))
    }
  }

  /// Makes scratch memory; throws where libcrypto has no SHA-256.
  public init() throws(CutError) {
    do throws(HashingError) { hasher = try IdentityHasher() } catch { throw .hashing(error) }
  }

  /// Forgets the last article.
  mutating func begin(_ article: SourceArticle) throws(CutError) {
    scopes.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
    do throws(HashingError) { self.article = try hasher.article(article.identity.uri) } catch { throw .hashing(error) }
  }

  /// The scope of a name; fields of one name share it, and count their equal texts together.
  mutating func scope(_ name: String) throws(CutError) -> Scope {
    if let known = scopes[name] { return known }
    do throws(HashingError) {
      let scope = Scope(number: scopes.count, digest: try hasher.scope(name))
      scopes[name] = scope
      return scope
    } catch {
      throw .hashing(error)
    }
  }

  /// The segmenter of a language; paragraphs mostly have the language of the one before.
  mutating func segmenter(for tag: String) -> Segmenter {
    if let last = segmenter, last.tag == tag { return last.segmenter }
    let made = Segmenter(language: tag)
    segmenter = (tag, made)
    return made
  }

  /// The id and content of a text, counted as one more occurrence; `nil` for a text that normalises to nothing.
  mutating func identify(
    _ text: Span<UInt8>, in scope: Scope
  ) throws(CutError) -> (id: Digest128, content: Digest128)? {
    do throws(HashingError) {
      guard let content = try hasher.content(of: text) else { return nil }
      let key = Occurrence(scope: scope.number, content: content)
      let occurrence = Self.countUp(&occurrences[key, default: 0])
      let id = try hasher.unit(article: article, scope: scope.digest, content: content, occurrence: occurrence)
      return (id, content)
    } catch {
      throw .hashing(error)
    }
  }

  /// The count so far, which is one more afterwards; it stays below the limit on units, which fits 32 bits.
  private static func countUp(_ count: inout UInt32) -> UInt32 {
    defer { count += 1 }
    return count
  }

  /// The hash of a unit's content between its neighbours'.
  mutating func context(
    previous: Digest128?, content: Digest128, next: Digest128?
  ) throws(CutError) -> Digest128 {
    do throws(HashingError) {
      return try hasher.context(previous: previous, content: content, next: next)
    } catch {
      throw .hashing(error)
    }
  }
}
