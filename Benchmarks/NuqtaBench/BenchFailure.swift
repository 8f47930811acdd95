/// Why there is nothing to measure.
enum BenchFailure: Error, CustomStringConvertible {
  /// An article could not be cut as a whole.
  case unusable
  /// No article in the folder.
  case noArticles(String)

  var description: String {
    switch self {
    case .unusable: "an article of the benchmark is not usable: 'nuqta segment' on it says why"
    case .noArticles(let folder): "no .json message in '\(folder)'; name a folder with --articles"
    }
  }
}
