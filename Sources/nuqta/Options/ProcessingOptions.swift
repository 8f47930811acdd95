import ArgumentParser
import ArticlePipeline

/// How articles become units: the same flags for the worker and for `segment`, so that both give the same records.
struct ProcessingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The largest article, in bytes (default: 1000000). [env: NUQTA_MAX_ARTICLE_BYTES]", valueName: "bytes"))
  var maxArticleBytes: Int?

  @Option(
    help: ArgumentHelp("The most units of an article (default: 20000). [env: NUQTA_MAX_UNITS]", valueName: "count"))
  var maxUnits: Int?

  @Option(
    help: ArgumentHelp(
      "How many neighbours' texts each way a unit carries (default: 1; 0: ids only). [env: NUQTA_CONTEXT_TEXT]",
      valueName: "count"))
  var contextText: Int?

  @Option(
    help: ArgumentHelp(
      "The language of articles that declare none and don't tell. [env: NUQTA_DEFAULT_LANGUAGE]",
      valueName: "BCP 47 tag"))
  var defaultLanguage: String?

  @Option(
    help: ArgumentHelp(
      "Where JSON articles hold their identity, before uri, id and the key. [env: NUQTA_IDENTITY]",
      valueName: "JSON pointer"))
  var identity: String?

  func resolved(_ environment: Environment) throws -> ProcessorSettings {
    var settings = ProcessorSettings()
    if let bytes = try environment.integer(maxArticleBytes, "max-article-bytes", minimum: 1) {
      settings.maxArticleBytes = bytes
    }
    if let units = try environment.integer(maxUnits, "max-units", minimum: 1) { settings.maxUnits = units }
    if let texts = try environment.integer(contextText, "context-text", minimum: 0) { settings.contextText = texts }
    if let tag = environment.string(defaultLanguage, "default-language") {
      guard LanguageTag.canonical(tag) != nil else {
        throw InvalidSetting(
          name: "--default-language", value: tag, wanted: "a language tag (BCP 47) such as ar or zh-Hant")
      }
      settings.defaultLanguage = tag
    }
    if let pointer = environment.string(identity, "identity") {
      guard let path = JSONPointerPath(pointer) else {
        throw InvalidSetting(name: "--identity", value: pointer, wanted: "a JSON pointer such as /meta/guid")
      }
      settings.identity = path
    }
    return settings
  }
}
