/// What stands around a record's value and may say what the value itself doesn't.
struct RecordFrame: Sendable {
  /// The record's key as it came.
  var recordKey: [UInt8]?
  /// The subject of an event of CloudEvents: the header `ce_subject`, or the envelope's member.
  var subject: String?
  /// The language that the header `content-language` declares.
  var language = DeclaredLanguage.undetermined
  /// Where the operator says that the identity stands.
  var identity: JSONPointerPath?

  /// The record's key, where it can be an identity.
  var key: String? { recordKey.flatMap(FeedDecoder.identity) }
}
