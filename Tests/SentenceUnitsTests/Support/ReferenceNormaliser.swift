@testable import SentenceUnits

/// The definition of the normalised form, step by step over whole arrays: slow, plain, and not the code it is held against.
enum ReferenceNormaliser {
  static func normalise(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !isOne(of: Typography.dropped, $0) })
    let composed = ReferenceComposition.compose(Array(kept))

    var folded: [Unicode.Scalar] = []
    for scalar in composed {
      if isOne(of: Typography.quotationMarks, scalar) {
        folded.append("\"")
      } else if isOne(of: Typography.apostrophes, scalar) {
        if folded.last == "'" { folded[folded.count - 1] = "\"" } else { folded.append("'") }
      } else if isOne(of: Typography.dashes, scalar) {
        if folded.last != "-" { folded.append("-") }
      } else {
        folded.append(scalar)
      }
    }

    var dotted: [Unicode.Scalar] = []
    var index = 0
    while index < folded.count {
      var end = index
      while end < folded.count, folded[end] == "." || isOne(of: Typography.ellipses, folded[end]) { end += 1 }
      if end - index > 1 || end > index && folded[index] != "." {
        dotted.append("…")
        index = end
      } else {
        dotted.append(folded[index])
        index += 1
      }
    }

    let words = dotted.split(whereSeparator: { $0.properties.isWhitespace })
    var result = String.UnicodeScalarView()
    for (number, word) in words.enumerated() {
      if number > 0 { result.append(" ") }
      result.append(contentsOf: word)
    }
    return String(result)
  }

  private static func isOne(of ranges: [ClosedRange<UInt32>], _ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
  }
}
