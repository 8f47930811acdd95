/// A list that may hold an article: a message carries one.
struct ArticleList {
  let place: ArticlePlace

  init(_ place: ArticlePlace) {
    self.place = place
  }

  /// The only object of a list; of several that say with `@type` what they are, the only article.
  ///
  /// Without any object it is `nil`: the list then holds no article. `isWhole` refuses such a list.
  func one(isWhole: Bool) throws(UnusableRecord) -> ArticlePlace? {
    guard place.isList else { return nil }
    let objects = try objects()
    if objects.count == 1, let only = objects.first { return try place.inner(at: only.start, String(only.number)) }
    if objects.isEmpty {
      guard isWhole else { return nil }
      throw UnusableRecord(.invalidField, "an article is a JSON object, and \(name) holds none")
    }
    var articles: [ArticlePlace] = []
    for object in objects {
      let inner = try place.inner(at: object.start, String(object.number))
      if try Self.isTypedArticle(inner) { articles.append(inner) }
      if articles.count > 1 { break }
    }
    if articles.count == 1, let only = articles.first { return only }
    throw UnusableRecord(.unsupportedContentType, "\(name) holds \(objects.count) objects: send one article a message")
  }

  private var name: String { place.pointer.isEmpty ? "the list" : place.pointer }

  private func objects() throws(UnusableRecord) -> [(number: Int, start: Int)] {
    try UnusableRecord.orInvalidJSON { () throws(JSONFault) in
      var objects: [(number: Int, start: Int)] = []
      var reader = JSONReader(place.bytes, from: place.start, prefix: place.pointer)
      try reader.enterArray()
      while try reader.nextElement() {
        let kind = try reader.peek()
        if kind == .object { objects.append((reader.elementIndex, reader.position)) }
        try reader.skipValue()
      }
      return objects
    }
  }

  /// Whether `@type` names schema.org's Article or a kind of it.
  private static func isTypedArticle(_ place: ArticlePlace) throws(UnusableRecord) -> Bool {
    guard let value = place.index?[.type] else { return false }
    return try UnusableRecord.orInvalidJSON { () throws(JSONFault) in
      var reader = JSONReader(place.bytes, from: value.start, prefix: place.pointer + "/@type")
      if value.kind == .string { return isArticle(try reader.readString()) }
      guard value.kind == .array else { return false }
      try reader.enterArray()
      while try reader.nextElement() {
        if try reader.peek() == .string {
          if isArticle(try reader.readString()) { return true }
        } else {
          try reader.skipValue()
        }
      }
      return false
    }
  }

  /// Article, NewsArticle, OpinionNewsArticle … and the kinds of Article whose names don't end so.
  private static func isArticle(_ type: [UInt8]) -> Bool {
    let name = String(decoding: type, as: UTF8.self)
    return name.hasSuffix("Article") || ["BlogPosting", "LiveBlogPosting", "Report"].contains(name)
  }
}
