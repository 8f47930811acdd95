package import SentenceUnits

/// An article record: which units are current.
package struct ArticleRecord: Sendable, Equatable {
  package var id = ""
  package var article = ArticleIdentity(uri: "")
  package var status = ArticleStatus.usable
  /// The ids of all units, in order.
  package var units: [String] = []
  package var rules = ""

  package init() {}

  /// Reads a record's value; members that aren't known are passed over.
  package init(decoding value: [UInt8]?) throws(RecordDecodingError) {
    var decoder = try RecordDecoder(value)
    try decoder.object(required: ["type", "schema", "id", "article", "status", "units", "rules"]) {
      (decoder, key) throws(RecordDecodingError) in
      switch key {
      case "type": _ = try decoder.name(TypeName.self)
      case "schema": try decoder.expect(schema: "article/1")
      case "id": id = try decoder.string()
      case "article": article = try decoder.identity()
      case "status": status = try decoder.name(ArticleStatus.self)
      case "units": units = try decoder.strings()
      default: rules = try decoder.string()
      }
    }
    try decoder.finish()
  }

  private enum TypeName: String { case article }
}
