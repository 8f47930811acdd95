import Foundation

/// The definition of normalised text (docs/formats.md, "Ids and hashes") read off step by step, without a thought of speed.
enum ReferenceForm {
  private static let dropped: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x640...0x640, 0x180E...0x180E, 0x200B...0x200F, 0x202A...0x202E,
    0x2060...0x2060, 0x2066...0x2069, 0xFEFF...0xFEFF,
  ]
  private static let quotationMarks = set("\"«»״“”„‟″‶⹂「」『』〝〞〟﹁﹂﹃﹄＂｢｣")
  private static let apostrophes = set("'`´ʻʼʽ՚׳‘’‚‛′‵‹›＇")
  private static let dashes = set("-֊־‐‑‒–—―−⸺⸻︱︲﹘﹣－")
  private static let ellipses = set("‥…⋯︙︰")

  /// Whether a scalar can't stand in a normalised text.
  static func isFoldedAway(_ scalar: Unicode.Scalar) -> Bool {
    isDropped(scalar) || quotationMarks.contains(scalar) && scalar != "\""
      || apostrophes.contains(scalar) && scalar != "'"
      || dashes.contains(scalar) && scalar != "-" || ellipses.contains(scalar) && scalar != "…"
      || scalar.properties.isWhitespace && scalar != " "
  }

  /// The normalised form of a text.
  static func normalise(_ text: String) -> String {
    let kept = string(text.unicodeScalars.filter { !isDropped($0) })
    var output: [Unicode.Scalar] = []
    for scalar in composed(kept).unicodeScalars {
      if quotationMarks.contains(scalar) {
        output.append("\"")
      } else if apostrophes.contains(scalar) {
        output.append("'")
      } else if dashes.contains(scalar) {
        if output.last != "-" { output.append("-") }
      } else if scalar.properties.isWhitespace {
        if output.last != " " { output.append(" ") }
      } else {
        output.append(scalar)
      }
    }
    return string(trim(foldDots(pairApostrophes(output))))
  }

  /// Where Hangul's letters are put out of Foundation's sight; texts that are checked hold no such scalars.
  static let mask: ClosedRange<UInt32> = 0x10F000...0x10F0FF

  /// NFC: Foundation's, and of Hangul our own.
  ///
  /// Foundation's (Swift 6.3) joins letters of Hangul that are too old or none (U+1113, U+11A7), and leaves a syllable and its
  /// trailing letter apart.
  static func composed(_ text: String) -> String {
    let letters: ClosedRange<UInt32> = 0x1100...0x11FF
    let masked = decomposed(text).unicodeScalars.map { scalar in
      letters.contains(scalar.value)
        ? Unicode.Scalar(scalar.value - letters.lowerBound + mask.lowerBound) ?? scalar : scalar
    }
    var output: [Unicode.Scalar] = []
    for scalar in string(masked).precomposedStringWithCanonicalMapping.unicodeScalars {
      let value = mask.contains(scalar.value) ? scalar.value - mask.lowerBound + letters.lowerBound : scalar.value
      if let last = output.last, let syllable = syllable(last.value, value) {
        output[output.count - 1] = syllable
      } else {
        output.append(Unicode.Scalar(value) ?? scalar)
      }
    }
    return string(output)
  }

  /// The syllable of two letters of Hangul, or of a syllable and a letter (The Unicode Standard, §3.12).
  private static func syllable(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
      return Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(second) {
      return Unicode.Scalar(first + second - 0x11A7)
    }
    return nil
  }

  /// NFD: Foundation's, which doesn't put U+0F73, U+0F75 and U+0F81 in order, whose class is 0 and whose parts' is not.
  static func decomposed(_ text: String) -> String {
    let parts: [Unicode.Scalar: [Unicode.Scalar]] = [
      "\u{F73}": ["\u{F71}", "\u{F72}"], "\u{F75}": ["\u{F71}", "\u{F74}"], "\u{F81}": ["\u{F71}", "\u{F80}"],
    ]
    return string(text.unicodeScalars.flatMap { parts[$0] ?? [$0] }).decomposedStringWithCanonicalMapping
  }

  private static func pairApostrophes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var isPending = false
    for scalar in text {
      if scalar == "'", isPending { output[output.count - 1] = "\"" } else { output.append(scalar) }
      isPending = scalar == "'" && !isPending
    }
    return output
  }

  /// Runs of an ellipsis and full stops, or of two full stops and more, become one ellipsis.
  private static func foldDots(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, text[end] == "." || ellipses.contains(text[end]) { end += 1 }
      if end == index || end == index + 1 && text[index] == "." {
        output.append(text[index])
        index += 1
      } else {
        output.append("…")
        index = end
      }
    }
    return output
  }

  private static func trim(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return Array(text)
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool { dropped.contains { $0.contains(scalar.value) } }

  private static func set(_ marks: String) -> Set<Unicode.Scalar> { Set(marks.unicodeScalars) }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
