/// Decides which lines are list items, by their markers and their neighbours'.
struct ListFinder {
  /// Languages that write a speaker's words behind a dash.
  private static let dialogueLanguages: Set<String> = [
    "ru", "uk", "be", "bg", "sr", "mk", "fr", "es", "pt", "it", "ca", "gl", "ro", "pl", "cs", "sk", "hu", "sv", "no",
    "nb", "nn", "da",
    "fi", "et", "lv", "lt", "tr", "az", "el", "vi", "sq", "kk", "ka", "hy", "hr", "sl", "bs",
  ]
  /// Languages that write ordinals with a full stop.
  private static let ordinalLanguages: Set<String> = [
    "de", "da", "no", "nb", "nn", "fi", "et", "lv", "lt", "cs", "sk", "hu", "sl", "hr", "sr", "bs", "pl", "tr", "is",
  ]
  /// How many lines apart the items of one numbered list may stand.
  private static let reach = 6

  let bytes: [UInt8]
  let lines: [Line]
  /// The primary subtag of the text's language.
  let language: String

  /// The markers of the lines that are list items, by line.
  func markers() -> [Int: ListMarker] {
    var candidates: [Int: ListMarker] = [:]
    for (index, line) in lines.enumerated() {
      if let marker = ListMarker(bytes, line.range) { candidates[index] = marker }
    }
    return candidates.filter { index, marker in
      switch marker.certainty {
      case .certain: true
      case .dash: !isSpeech(lines[index]) || closesList(index, marker, candidates)
      case .counting: goesOn(index, marker, candidates)
      }
    }
  }

  /// Whether a line behind a dash is somebody speaking: — Я домой.
  private func isSpeech(_ line: Line) -> Bool {
    Self.dialogueLanguages.contains(language) && (line.endsWithStop || line.ending == .ellipsis)
  }

  /// Whether the line above is an item of the same form that ends with a semicolon: then this one, with its full stop, is
  /// the list's last.
  private func closesList(_ index: Int, _ marker: ListMarker, _ candidates: [Int: ListMarker]) -> Bool {
    guard let above = candidates[index - 1], above.certainty == .dash, above.style == marker.style else { return false }
    let text = TextTrim.trim(bytes, lines[index - 1].range)
    guard let last = text.last else { return false }
    return bytes[last] == 0x3B
  }

  /// Whether a neighbour goes on counting where this marker stops.
  private func goesOn(_ index: Int, _ marker: ListMarker, _ candidates: [Int: ListMarker]) -> Bool {
    let isOrdinal = marker.isNumber && marker.style == 0x2E && Self.ordinalLanguages.contains(language)
    if isOrdinal, beginsWithDate(marker, lines[index]) { return false }
    let reach = marker.isNumber ? (isOrdinal ? 1 : Self.reach) : 2
    for distance in 1...reach {
      for other in [index - distance, index + distance] {
        guard let neighbour = candidates[other], neighbour.style == marker.style, neighbour.isNumber == marker.isNumber
        else { continue }
        let isNext =
          marker.isNumber
          ? Int(neighbour.value) - Int(marker.value) == (other > index ? 1 : -1) : neighbour.value != marker.value
        if isNext, !sameText(marker, index, neighbour, other) { return true }
      }
    }
    return false
  }

  /// Whether two lines differ in their numbers only.
  private func sameText(_ marker: ListMarker, _ index: Int, _ other: ListMarker, _ otherIndex: Int) -> Bool {
    bytes[marker.textStart..<lines[index].range.upperBound]
      .elementsEqual(bytes[other.textStart..<lines[otherIndex].range.upperBound])
  }

  /// Whether a month stands behind the number.
  private func beginsWithDate(_ marker: ListMarker, _ line: Line) -> Bool {
    let text = TextFold.fold(bytes, marker.textStart..<line.range.upperBound, limit: 32)
    return NewsroomPhrases.dates.prefix(of: text) != nil
  }
}
