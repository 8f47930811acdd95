internal import SentenceUnits

/// The hash of what an article says, which makes a record's `ce_id` new with each revision and the same on replay.
///
/// First 8 bytes of SHA-256(`nuqta-content-1` 00 ‖ status ‖ version ‖ scope and bytes of each field in order), each part with its
/// length (4 bytes, big-endian) before it; an absent version has the length FFFFFFFF.
enum ContentHash {
  /// The hash as 16 hexadecimal digits.
  static func hexadecimal(
    status: ArticleStatus, _ article: SourceArticle, _ hasher: inout IdentityHasher
  ) throws(UnusableRecord) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(article.fields.reduce(256) { $0 + $1.bytes.count + 64 })
    _ = message.write { output in
      JSONWriter.raw("nuqta-content-1\0", to: &output)
      append(status.rawValue.utf8.span, to: &output)
      if let version = article.identity.version {
        append(version.utf8.span, to: &output)
      } else {
        output.append(littleEndian: UInt32.max)
      }
      for field in article.fields {
        append(field.scope.utf8.span, to: &output)
        append(field.bytes.span, to: &output)
      }
    }
    let digest = try RecordHashes.sha256(message, &hasher)
    var digits: [UInt8] = []
    _ = digits.write { JSONWriter.hexadecimal(digest.leading.high, to: &$0) }
    return digits
  }

  private static func append(_ part: Span<UInt8>, to output: inout ByteOutput) {
    output.append(littleEndian: UInt32(truncatingIfNeeded: part.count).byteSwapped)
    output.append(contentsOf: part)
  }
}
