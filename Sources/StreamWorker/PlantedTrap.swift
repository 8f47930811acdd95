#if DEBUG
  import ArticlePipeline
  import Foundation

  /// A defect on demand, in debug builds only: the tests of the crash journal need an article that ends the process.
  enum PlantedTrap {
    private static let text = ProcessInfo.processInfo.environment["NUQTA_PLANTED_TRAP"].map { Array($0.utf8) }

    /// Ends the process, as a defect would, where the record holds the planted text.
    static func spring(on record: InputRecord) {
      guard let text, !text.isEmpty, let value = record.value, value.count >= text.count else { return }
      let holdsText = (0...(value.count - text.count)).contains { value[$0..<($0 + text.count)].elementsEqual(text) }
      if holdsText { abort() }
    }
  }
#endif
