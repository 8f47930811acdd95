/// The shape of a word in capitals and small letters.
enum CaseShape {
  /// A small letter before a capital, as in iPhone or eBay: it starts a sentence as a capital does.
  static func isCamel(_ text: Span<UInt8>, _ first: ScannedScalar) -> Bool {
    first.kind == .lower && text.scalar(at: first.end).kind == .upper
  }

  /// Capitals and digits only, at least one capital.
  static func isCapitals(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    var capitals = 0
    while index < word.upperBound {
      let scalar = text.scalar(at: index)
      switch scalar.kind {
      case .upper: capitals += 1
      case .lower, .caseless: return false
      default: break
      }
      index = scalar.end
    }
    return capitals > 0
  }

  /// A Roman numeral in capitals.
  static func isRoman(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty else { return false }
    for index in word {
      switch text.byte(index) {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D: continue
      default: return false
      }
    }
    return true
  }

  /// How many small letters stand in a row before an offset, up to a limit.
  static func smallLetters(_ text: Span<UInt8>, before offset: Int, limit: Int) -> Int {
    var count = 0
    var scalar = text.scalar(before: offset)
    while count < limit, scalar.kind == .lower || scalar.kind == .mark {
      if scalar.kind == .lower { count += 1 }
      scalar = text.scalar(before: scalar.start)
    }
    return count
  }
}
