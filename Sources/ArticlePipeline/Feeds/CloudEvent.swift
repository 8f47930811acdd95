/// An event in the JSON format of CloudEvents 1.0.2, around an article.
///
/// Source: cloudevents/spec, cloudevents/formats/json-format.md §3.1 (`data`, `data_base64`, `datacontenttype`).
struct CloudEvent {
  let place: ArticlePlace
  private let index: MemberIndex

  /// `nil` where the object is no event.
  init?(_ place: ArticlePlace) {
    guard let index = place.index, index[.specversion]?.kind == .string else { return nil }
    self.place = place
    self.index = index
  }

  /// What the event carries.
  func data() throws(UnusableRecord) -> Envelope.Content {
    let type = place.bytes(.datacontenttype).flatMap { MediaType($0) }
    if let value = index[.data] {
      // A JSON value needs no content type; a string may be another one's text.
      guard value.kind == .string, let type, type.format != .json else {
        return .article(try place.inner(.data, value))
      }
      return try text(value.string(in: place.bytes), type, at: "/data")
    }
    guard let value = index[.dataBase64] else { return .nothing }
    guard value.kind == .string, let bytes = Base64.decode(value.string(in: place.bytes)) else {
      throw UnusableRecord(.invalidField, "base64 is due at byte \(value.start) in \(place.pointer)/data_base64")
    }
    if let type, type.format != .json || !type.isUTF8 { return try text(bytes, type, at: "/data_base64") }
    if let fault = UTF8Check.firstFault(bytes) {
      throw UnusableRecord(.invalidUTF8, "\(place.pointer)/data_base64 is no UTF-8 at its byte \(fault)")
    }
    var data = ArticlePlace(bytes, start: 0, pointer: place.pointer + "/data_base64")
    try data.check()
    return .article(data)
  }

  private func text(_ bytes: [UInt8], _ type: MediaType, at name: String) throws(UnusableRecord) -> Envelope.Content {
    let pointer = place.pointer + name
    guard type.format == .text, name == "/data" || type.isUTF8 else {
      throw UnusableRecord(.unsupportedContentType, "\(pointer) holds \(type.essence), which isn't read")
    }
    if let fault = UTF8Check.firstFault(bytes) {
      throw UnusableRecord(.invalidUTF8, "\(pointer) is no UTF-8 at its byte \(fault)")
    }
    return .text(bytes, pointer: pointer)
  }
}
