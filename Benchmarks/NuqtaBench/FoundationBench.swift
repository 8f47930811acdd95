import ArticlePipeline
import Foundation

/// What Foundation takes for the same decoding and encoding.
final class FoundationBench {
  private let message: Data
  private var units: [FoundationModels.Unit] = []
  private var articles: [FoundationModels.ArticleRecord] = []
  private var manifests: [FoundationModels.Manifest] = []
  private let decoder = JSONDecoder()
  private let encoder = JSONEncoder()
  private var sink = 0

  /// Reads the records that we wrote, so that the encoder has the same values to write.
  init(_ bench: Workbench) throws {
    message = Data(bench.input.value ?? [])
    encoder.outputFormatting = .withoutEscapingSlashes
    for (stream, value) in try bench.outputs() {
      let data = Data(value)
      switch stream {
      case .manifests: manifests.append(try decoder.decode(FoundationModels.Manifest.self, from: data))
      case .units where units.count < bench.units:
        units.append(try decoder.decode(FoundationModels.Unit.self, from: data))
      case .units: articles.append(try decoder.decode(FoundationModels.ArticleRecord.self, from: data))
      case .deadLetters: throw BenchFailure.unusable
      }
    }
  }

  func serialisation() throws {
    sink &+= (try JSONSerialization.jsonObject(with: message) as? [String: Any])?.count ?? 0
  }

  func decode() throws { sink &+= try decoder.decode(FoundationModels.Message.self, from: message).body.utf8.count }

  func encode() throws {
    for unit in units { sink &+= try encoder.encode(unit).count }
    for article in articles { sink &+= try encoder.encode(article).count }
    for manifest in manifests { sink &+= try encoder.encode(manifest).count }
  }
}
