/// The scripts that rules tell apart; the number is the one in the class table, the letter that of the run table.
enum Script: UInt8, Sendable {
  case common  // -
  case other  // o
  case latin  // L
  case greek  // G
  case cyrillic  // C
  case armenian  // M
  case hebrew  // H
  case arabic  // A
  case indic  // D: Devanagari and its kin
  case thai  // T: Thai and Lao
  case burmese  // B: Burmese and Khmer
  case ethiopic  // E
  case hangul  // K
  case hiragana  // h
  case katakana  // k
  case han  // Z

  /// The script of a number of the class table; `common` for none.
  @inline(__always)
  init(number: UInt8) {
    // As `CharacterKind.init(number:)`.
    self = number <= Self.han.rawValue ? unsafeBitCast(number, to: Self.self) : .common
  }

  /// Whether letters of two scripts can stand in one word: East Asian ones meet foreign words without a space.
  func meets(_ other: Script) -> Bool {
    isEastAsian == other.isEastAsian || self == .common || other == .common
  }

  private var isEastAsian: Bool { isUnspaced || self == .hangul }

  /// Whether sentences follow one another without a space.
  var isUnspaced: Bool { self == .han || self == .hiragana || self == .katakana }
}
