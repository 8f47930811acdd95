/// What the language data says about a word; a set, since a word can be several things.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  /// An abbreviation that always has more behind it: Mr., د.
  static let title = WordClass(rawValue: 1 << 0)
  /// An abbreviation that ends a sentence only before a word that usually starts one: Inc.
  static let general = WordClass(rawValue: 1 << 1)
  /// An abbreviation that often stands last, so that any capital behind it starts a sentence: etc., p.m.
  static let closing = WordClass(rawValue: 1 << 2)
  /// An abbreviation before a number: No., S.
  static let number = WordClass(rawValue: 1 << 3)
  /// An abbreviation that behaves as `closing` behind a number: km., г.
  static let unit = WordClass(rawValue: 1 << 4)
  /// The name of a month, or another word that follows an ordinal number.
  static let month = WordClass(rawValue: 1 << 5)
  /// A word that often starts a sentence and is no name.
  static let starter = WordClass(rawValue: 1 << 6)
  /// A verb that attributes speech.
  static let speech = WordClass(rawValue: 1 << 7)
  /// A name that ends in a mark; the entry holds the mark.
  static let name = WordClass(rawValue: 1 << 8)
  /// A word that begins a sentence behind a space of Thai or Lao.
  static let opener = WordClass(rawValue: 1 << 9)
  /// A word that ends a sentence where no stop says so.
  static let final = WordClass(rawValue: 1 << 10)
  /// A particle that hangs on the quotation before it.
  static let particle = WordClass(rawValue: 1 << 11)
  /// A particle that governs the quotation before it (と, 라고).
  static let quotative = WordClass(rawValue: 1 << 12)
  /// The name of a letter, as initials are spelt in some scripts.
  static let letter = WordClass(rawValue: 1 << 13)
  /// A word that hangs a circumstance on the speech before it.
  static let circumstance = WordClass(rawValue: 1 << 14)
  /// A word before an ordinal number.
  static let preordinal = WordClass(rawValue: 1 << 15)
  /// A trait of the language itself, not a word: see `LanguageTraits`.
  static let trait = WordClass(rawValue: 1 << 16)

  static let abbreviation: WordClass = [.title, .general, .closing, .number, .unit]

  /// The class that a letter of the generated tables stands for.
  init(letter: UInt8) {
    switch letter {
    case 0x74: self = .title
    case 0x67: self = .general
    case 0x63: self = .closing
    case 0x6E: self = .number
    case 0x75: self = .unit
    case 0x6D: self = .month
    case 0x73: self = .starter
    case 0x76: self = .speech
    case 0x79: self = .name
    case 0x6F: self = .opener
    case 0x66: self = .final
    case 0x70: self = .particle
    case 0x71: self = .quotative
    case 0x6C: self = .letter
    case 0x77: self = .circumstance
    case 0x72: self = .preordinal
    default: self = .trait
    }
  }

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}
