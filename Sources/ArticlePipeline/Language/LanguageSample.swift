/// The start of the texts of one language, bodies first: enough to tell the language by.
struct LanguageSample {
  private let texts: [FeedText]

  init(_ texts: [FeedText]) {
    self.texts = texts
  }

  /// The sample's bytes, a line break behind each text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachPart { text, end in
      bytes.append(contentsOf: text[..<end])
      bytes.append(0x0A)
      return true
    }
    return bytes
  }

  /// Whether the sample surely isn't written in any of these scripts.
  func contradicts(_ scripts: ScriptSet) -> Bool {
    var witness = ScriptWitness(scripts)
    forEachPart { text, end in
      witness.add(text, 0..<end)
      return !witness.isSatisfied
    }
    return witness.contradicts
  }

  /// Calls `body` with each text and the end of what counts of it, on a scalar's boundary, until it says no.
  private func forEachPart(_ body: ([UInt8], Int) -> Bool) {
    var count = 0
    for isBody in [true, false] {
      for text in texts where (text.role == .body) == isBody {
        guard count < LanguageDetector.window else { return }
        var end = min(text.bytes.count, LanguageDetector.window)
        while end < text.bytes.count, end > 0, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        guard body(text.bytes, end) else { return }
        count += end + 1
      }
    }
  }
}
