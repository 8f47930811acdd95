/// Lays a text out in lines of a terminal, between words where it can be.
///
/// A terminal breaks at its last column, in the middle of words; a broken Arabic word is read as two others. Columns are
/// counted as terminals do, near enough: marks take none, East Asian wide characters two.
struct LineWrap {
  let width: Int

  /// The text's lines; white space at a break is dropped.
  ///
  /// A word that is wider than a line is left to the terminal.
  func lines(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    var column = 0
    // The last place to break since the line's start: where the line would end, the next begin, and at which column.
    var chance: (end: Int, next: Int, column: Int)?
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if index > start {
        if scalar == " " {
          // Of several spaces, the first ends the line and all go.
          let end = chance.flatMap { $0.next == index ? $0.end : nil } ?? index
          chance = (end, index + 1, column + 1)
        } else if Self.canBreak(between: scalars[index - 1], and: scalar) {
          chance = (index, index, column)
        }
      }
      let columns = Self.columns(of: scalar)
      if column + columns > width, scalar != " ", let place = chance {
        lines.append(Self.text(scalars[start..<place.end]))
        start = place.next
        column -= place.column
        chance = nil
      } else {
        column += columns
        index += 1
      }
    }
    lines.append(Self.text(scalars[start...]))
    return lines
  }

  /// The columns that a terminal gives a scalar.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isWide(scalar) ? 2 : 1
    }
  }

  /// Whether a line may end between two characters that no space parts: between East Asian ones, but not behind an opening
  /// mark nor before a closing one.
  private static func canBreak(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Bool {
    guard isWide(first), isWide(second) else { return false }
    switch first.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return false
    default: break
    }
    switch second.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation, .modifierLetter: return false
    default: return true
    }
  }

  /// The ranges of Unicode's East_Asian_Width W and F that text is written in (UAX #11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
