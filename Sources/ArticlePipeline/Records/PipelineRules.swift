internal import Segmentation
package import SentenceUnits

/// The identity of everything besides the code that decides what an article becomes: the segmenter's tables, the word lists that
/// tell a block's kind, the registry of language tags, the Unicode tables behind ids.
///
/// The C library's charset tables are no part of it (`CharsetDecoder` says why).
package enum PipelineRules {
  /// Such as `1.0.0+k3v9q2`; computed once a process.
  package static func identity() throws(HashingError) -> String { try computed.get() }

  private static let computed: Result<String, HashingError> = {
    do throws(HashingError) {
      return .success(
        try RulesIdentity(
          version: SegmentationRules.version,
          tables: SegmentationRules.tables + NewsroomTables.all + LanguageTables.all,
          unicodeVersion: Normalisation.unicodeVersion, normalisationVersion: Normalisation.version
        ).description)
    } catch {
      return .failure(error)
    }
  }()
}
