/// What the fuzzers call with any bytes, and the tests with the seeds: each throws where the contract doesn't hold.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A record of any kind through the whole of `ArticleProcessor`; the first four bytes choose headers, key and settings.
  case decoder
  /// An article of any strings, written as JSON by another writer, read, encoded and read back.
  case encoder
  /// Any text in the form that ids are made of, against a second implementation.
  case normaliser

  /// Holds the contract against some bytes.
  package func check(_ bytes: [UInt8]) throws {
    switch self {
    case .decoder: try DecoderCheck.check(bytes)
    case .encoder: try EncoderCheck.check(bytes)
    case .normaliser: try NormaliserCheck.check(bytes)
    }
  }
}
