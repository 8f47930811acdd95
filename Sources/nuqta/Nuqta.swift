import ArgumentParser
import Segmentation

@main
struct Nuqta: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nuqta", abstract: "Cuts news articles on Kafka topics into translation-ready sentence units.",
    version: SegmentationRules.version)
}
