import ArgumentParser
import StreamWorker

/// The topics' names: the same flags for every command that reads or writes them.
struct TopicOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The input topics (default: articles). [env: NUQTA_ARTICLES]", valueName: "topic[,…]"))
  var articles: String?

  @Option(
    help: ArgumentHelp(
      "Where units and article records go (default: sentence-units). [env: NUQTA_UNITS]", valueName: "topic"))
  var units: String?

  @Option(
    help: ArgumentHelp("Where manifests go (default: article-manifests). [env: NUQTA_MANIFESTS]", valueName: "topic"))
  var manifests: String?

  @Option(
    help: ArgumentHelp(
      "Where unusable records go (default: article-dead-letters). [env: NUQTA_DEAD_LETTERS]", valueName: "topic"))
  var deadLetters: String?

  func resolved(_ environment: Environment) throws -> TopicNames {
    var names = TopicNames()
    if let list = environment.string(articles, "articles") {
      names.articles = list.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
        .filter { !$0.isEmpty }
      guard !names.articles.isEmpty else { throw ValidationError("--articles names no topic") }
    }
    names.units = environment.string(units, "units") ?? names.units
    names.manifests = environment.string(manifests, "manifests") ?? names.manifests
    names.deadLetters = environment.string(deadLetters, "dead-letters") ?? names.deadLetters
    return names
  }
}
