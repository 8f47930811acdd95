/// A sample article, as a feed would send it.
struct Sample {
  let uri: String
  let contentType: String
  /// The header `content-language`; JSON articles say it themselves.
  let language: String?
  let value: String
}
