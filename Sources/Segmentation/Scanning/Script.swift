/// The scripts that rules tell apart; the raw value is the letter in the class table.
enum Script: UInt8, Sendable {
  case common = 0x2D  // -
  case other = 0x6F  // o
  case latin = 0x4C  // L
  case greek = 0x47  // G
  case cyrillic = 0x43  // C
  case armenian = 0x4D  // M
  case hebrew = 0x48  // H
  case arabic = 0x41  // A
  case indic = 0x44  // D: Devanagari and its kin
  case thai = 0x54  // T: Thai and Lao
  case burmese = 0x42  // B: Burmese and Khmer
  case ethiopic = 0x45  // E
  case hangul = 0x4B  // K
  case hiragana = 0x68  // h
  case katakana = 0x6B  // k
  case han = 0x5A  // Z

  /// Whether letters of two scripts can stand in one word: East Asian ones meet foreign words without a space.
  func meets(_ other: Script) -> Bool {
    isEastAsian == other.isEastAsian || self == .common || other == .common
  }

  private var isEastAsian: Bool { isUnspaced || self == .hangul }

  /// Whether sentences follow one another without a space.
  var isUnspaced: Bool { self == .han || self == .hiragana || self == .katakana }
}
