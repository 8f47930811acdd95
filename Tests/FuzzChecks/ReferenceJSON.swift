/// A plain writer of JSON strings, as other programs write them.
enum ReferenceJSON {
  /// Which characters are escaped, and how.
  enum Style: CaseIterable {
    /// As few as RFC 8259 allows, by their short forms.
    case least
    /// As few as it allows, all in hexadecimal digits.
    case leastInDigits
    /// All that isn't ASCII, and the solidus.
    case ascii
    /// Every one, digits in upper case.
    case all
  }

  private static let short: [UInt32: Character] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x08: "b", 0x0C: "f", 0x0A: "n", 0x0D: "r", 0x09: "t",
  ]

  /// A string as JSON.
  static func literal(_ text: String, _ style: Style) -> [UInt8] {
    var output = "\""
    for scalar in text.unicodeScalars {
      let isForced = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      switch style {
      case .least where !isForced, .leastInDigits where !isForced,
        .ascii where !isForced && scalar.isASCII && scalar != "/":
        output.unicodeScalars.append(scalar)
      case .least, .ascii:
        if let letter = short[scalar.value] {
          output += "\\\(letter)"
        } else {
          output += digits(scalar, isUpper: false)
        }
      case .leastInDigits: output += digits(scalar, isUpper: false)
      case .all: output += digits(scalar, isUpper: true)
      }
    }
    return Array((output + "\"").utf8)
  }

  private static func digits(_ scalar: Unicode.Scalar, isUpper: Bool) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: isUpper)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}
