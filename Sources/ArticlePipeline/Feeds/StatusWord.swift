/// What a member of status says.
enum StatusWord: Equatable {
  case known(ArticleStatus)
  /// Another feed's meaning of the plain `status`: an HTTP code, `final`, `ok`.
  case silent
  /// No status of the IPTC's.
  case unknown

  /// The status that `pubStatus` and `pubstatus` name (ninjs 1.0 to 3.1; `stat:` before it as in NewsML-G2), or the plain `status`.
  ///
  /// The plain one is used by feeds for much else. Of it the words count that IPTC, WordPress and Superdesk have for what may not be
  /// published or is gone; any other value says nothing.
  init(_ text: [UInt8], isPlain: Bool) {
    // What nearly every message says.
    if text.elementsEqual("usable".utf8) {
      self = .known(.usable)
      return
    }
    var trimmed = text.drop { $0 == 0x20 }
    while trimmed.last == 0x20 { trimmed.removeLast() }
    var word = String(decoding: trimmed, as: UTF8.self).lowercased()[...]
    if word.hasPrefix("stat:") { word = word.dropFirst(5) }
    switch word {
    case "usable": self = .known(.usable)
    case "withheld": self = .known(.withheld)
    case "canceled", "cancelled", "withdrawn", "unpublished": self = .known(.withdrawn)
    case "draft", "pending", "private", "scheduled", "future", "embargoed":
      self = isPlain ? .known(.withheld) : .unknown
    case "killed", "recalled", "retracted", "deleted", "removed", "trash", "spiked":
      self = isPlain ? .known(.withdrawn) : .unknown
    default: self = isPlain ? .silent : .unknown
    }
  }
}
