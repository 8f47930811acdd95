/// Reads the translations that a message brings with it.
struct Translations {
  /// How many translations a message may bring: more than any newsroom has languages.
  static let limit = 256

  private let place: ArticlePlace

  init(_ place: ArticlePlace) {
    self.place = place
  }

  /// The texts of each translation, in order.
  ///
  /// One without a language that is a tag is `und`. Its dialect is told by its own members.
  ///
  /// `fault` takes the first value of a wrong type.
  func read(_ value: MemberIndex.Value, _ fault: inout JSONFault?) throws(JSONFault) -> [FeedTexts] {
    let pointer = place.pointer + "/translations"
    guard value.kind == .array else {
      fault = fault ?? JSONFault(message: "a list of objects is due", position: value.start, pointer: pointer)
      return []
    }
    var translations: [FeedTexts] = []
    var reader = JSONReader(place.bytes, from: value.start, prefix: pointer)
    try reader.enterArray()
    while try reader.nextElement() {
      switch try reader.peek() {
      case .object:
        guard translations.count < Self.limit else {
          fault = fault ?? reader.fault("more than \(Self.limit) translations")
          return []
        }
        var inner = ArticlePlace(place.bytes, start: reader.position, pointer: reader.pointer)
        let index = try MemberIndex(&reader)
        inner.index = index
        var header = ArticleHeader(inner, index)
        header.readLanguage()
        var texts = FeedTexts(place.bytes, prefix: inner.pointer, translation: header.language)
        try texts.take(index, .told(by: index))
        fault = fault ?? header.fault ?? texts.fault
        translations.append(texts)
      case .null: try reader.readNull()
      default:
        fault = fault ?? reader.fault("an object is due")
        try reader.skipValue()
      }
    }
    return translations
  }
}
