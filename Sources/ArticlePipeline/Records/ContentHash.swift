internal import SentenceUnits

/// The hash of what an article says, which makes a record's `ce_id` new with each revision and the same on replay.
///
/// First 8 bytes of SHA-256(`nuqta-content-1` 00 ‖ status ‖ version ‖ scope and bytes of each field in order), each part with its
/// length (4 bytes, big-endian) before it; an absent version has the length FFFFFFFF.
enum ContentHash {
  /// The hash as 16 hexadecimal digits.
  static func hexadecimal(status: ArticleStatus, _ article: SourceArticle) throws(UnusableRecord) -> [UInt8] {
    var message = Array("nuqta-content-1\0".utf8)
    message.reserveCapacity(article.fields.reduce(256) { $0 + $1.bytes.count + 32 })
    append(status.rawValue.utf8, to: &message)
    if let version = article.identity.version {
      append(version.utf8, to: &message)
    } else {
      message.append(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF])
    }
    for field in article.fields {
      append(field.scope.utf8, to: &message)
      append(field.bytes, to: &message)
    }
    var output: [UInt8] = []
    try RecordHashes.sha256(message).writeHexadecimal(into: &output)
    output.removeSubrange(16...)
    return output
  }

  private static func append(_ part: some Collection<UInt8>, to message: inout [UInt8]) {
    let count = UInt32(truncatingIfNeeded: part.count)
    for shift: UInt32 in [24, 16, 8, 0] { message.append(UInt8(truncatingIfNeeded: count >> shift)) }
    message.append(contentsOf: part)
  }
}
