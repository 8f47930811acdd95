/// Cuts text into sentences by named rules and the profile of a language.
///
/// A segmenter has no memory: the same bytes give the same sentences, whatever was cut before.
public struct Segmenter: Sendable {
  private let finder: BoundaryFinder

  /// Makes a segmenter for a language.
  ///
  /// - Parameter language: A BCP 47 tag; what the tag does not say is decided by script. `nil` or an unknown language gives the rules by script.
  public init(language: String?) {
    finder = BoundaryFinder(languages: Languages(tag: language))
  }

  /// Makes a segmenter that knows more abbreviations than the language's own.
  ///
  /// - Parameters:
  ///   - language: A BCP 47 tag, as above.
  ///   - abbreviations: Words that never end a sentence with their full stop, with it or without it.
  /// - Complexity: O(size of the language's table): keep the segmenter.
  public init(language: String?, abbreviations: [String]) {
    finder = BoundaryFinder(languages: Languages(tag: language, abbreviations: abbreviations))
  }

  /// Appends the sentences of a part of a text.
  ///
  /// Bytes that are no UTF-8 are cut somehow, never outside `range`.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - range: The bytes to cut, on scalar boundaries; nothing outside it is looked at. What lies outside `text` is left out.
  ///   - sentences: Where the sentences go, in order, with ranges that count in `text`.
  /// - Complexity: O(*n*) in the length of `range`.
  public func cut(_ text: Span<UInt8>, in range: Range<Int>, into sentences: inout [Sentence]) {
    let part = range.clamped(to: 0..<text.count)
    var sink = SentenceSink(base: part.lowerBound, sentences: sentences)
    sentences = []
    finder.find(in: text.extracting(part), into: &sink)
    sentences = sink.sentences
  }

  /// Every candidate for the end of a sentence, with its verdict and the rule that gave it, in order.
  ///
  /// - Complexity: O(*n*) in the length of `range`.
  public func decisions(in text: Span<UInt8>, range: Range<Int>) -> [BoundaryDecision] {
    let part = range.clamped(to: 0..<text.count)
    var sink = DecisionSink(base: part.lowerBound)
    finder.find(in: text.extracting(part), into: &sink)
    return sink.decisions
  }

  /// The sentences of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func sentences(in text: String) -> [Substring] {
    var copy = text
    var found: [Sentence] = []
    copy.makeContiguousUTF8()
    let whole = copy.utf8.count
    cut(copy.utf8.span, in: 0..<whole, into: &found)
    return found.map { sentence in
      let start = copy.utf8.index(copy.startIndex, offsetBy: sentence.range.lowerBound)
      let end = copy.utf8.index(copy.startIndex, offsetBy: sentence.range.upperBound)
      return copy[start..<end]
    }
  }
}

/// Collects sentences.
private struct SentenceSink: BoundaryFinder.Sink {
  let base: Int
  var sentences: [Sentence]

  mutating func sentence(_ range: Range<Int>, endedBy rule: BoundaryRule) {
    sentences.append(Sentence(range: base + range.lowerBound..<base + range.upperBound, ending: rule))
  }

  mutating func decision(at stop: Range<Int>, ends: Bool, by rule: BoundaryRule) {}
}

/// Collects decisions.
private struct DecisionSink: BoundaryFinder.Sink {
  let base: Int
  var decisions: [BoundaryDecision] = []

  mutating func sentence(_ range: Range<Int>, endedBy rule: BoundaryRule) {}

  mutating func decision(at stop: Range<Int>, ends: Bool, by rule: BoundaryRule) {
    decisions.append(BoundaryDecision(stop: base + stop.lowerBound..<base + stop.upperBound, ends: ends, rule: rule))
  }
}
