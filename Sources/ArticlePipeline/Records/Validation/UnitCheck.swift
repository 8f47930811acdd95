internal import SentenceUnits

/// What can be said of a unit alone.
struct UnitCheck {
  let record: UnitRecord
  let position: RecordPosition

  /// Checks a unit and gives the content of its text.
  func run(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) -> Digest128? {
    checkRange(&log)
    if (record.kind == .hashtags) != (record.reason == .hashtags) {
      log.add(
        .unitReason, position, "/reason", "a line of hashtags is kept as it is, for that reason, and nothing else")
    }
    let text = Array(record.text.utf8)
    let content = try hasher.content(of: text.span)
    guard let content else {
      log.add(.unitContent, position, "/text", "a text that doesn't normalise to nothing")
      return nil
    }
    if !content.base32.utf8.elementsEqual(record.contentHash.utf8) {
      log.add(.unitContent, position, "/hash/content", "\(content.base32), the hash of the normalised text")
    }
    return content
  }

  private func checkRange(_ log: inout FindingLog) {
    let due = UnitLength(record.text)
    let range = record.range
    for (name, range, length) in [
      ("utf8", range.utf8, due.utf8), ("utf16", range.utf16, due.utf16), ("scalar", range.scalar, due.scalar),
    ] where range.count != length {
      log.add(.unitLength, position, "/range/\(name)", "a length of \(length), the text's own, not \(range.count)")
    }
    let (lower, upper) = (range.lowerBound, range.upperBound)
    for place in [lower, upper] where !(place.scalar <= place.utf16 && place.utf16 <= place.utf8) {
      log.add(.unitRange, position, "/range", "no more scalars than UTF-16 code units, no more of these than bytes")
      break
    }
  }
}

/// A text's length in three measures.
struct UnitLength {
  let utf8: Int
  let utf16: Int
  let scalar: Int

  init(_ text: String) {
    utf8 = text.utf8.count
    utf16 = text.utf16.count
    scalar = text.unicodeScalars.count
  }
}
