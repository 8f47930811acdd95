/// Looks up subtags in the tables of IANA's registry (`LanguageTables`), which are strings of fixed-width rows and sets of bits: nothing is
/// built at the start, and no look-up allocates.
enum LanguageRegistry {
  /// Whether two bytes are a primary subtag in canonical form.
  @inline(__always)
  static func isPlain(_ first: UInt8, _ second: UInt8) -> Bool {
    let (high, low) = (Int(first) &- 0x61, Int(second) &- 0x61)
    guard high >= 0, high < 26, low >= 0, low < 26 else { return false }
    return bit(high * 26 + low, of: LanguageTables.plainLanguages)
  }

  /// Whether a subtag in lower case is a primary language, deprecated or not.
  static func isLanguage(_ subtag: String) -> Bool {
    let letters = subtag.utf8
    guard letters.count == 2 || letters.count == 3 else { return false }
    var number = 0
    for letter in letters {
      guard letter >= 0x61, letter <= 0x7A else { return false }
      number = number * 26 + Int(letter - 0x61)
    }
    return bit(number, of: letters.count == 2 ? LanguageTables.twoLetterLanguages : LanguageTables.threeLetterLanguages)
  }

  /// The canonical form of a primary subtag.
  static func preferredLanguage(_ subtag: String) -> String {
    find(subtag, in: LanguageTables.languageAliases, width: 3) ?? subtag
  }

  /// Whether a subtag is an extended language that may follow a primary one.
  static func isExtendedLanguage(_ subtag: String, after primary: String) -> Bool {
    find(subtag, in: LanguageTables.extendedLanguages, width: 3) == primary
  }

  /// The canonical form of a region in upper case.
  static func preferredRegion(_ subtag: String) -> String {
    find(subtag, in: LanguageTables.regionAliases, width: 2) ?? subtag
  }

  /// Whether two bytes are a region that has another canonical form.
  @inline(__always)
  static func isDeprecatedRegion(_ first: UInt8, _ second: UInt8) -> Bool {
    LanguageTables.regionAliases.withUTF8Buffer { table in
      var row = 0
      while row + 1 < table.count {
        if table[row] == first, table[row + 1] == second { return true }
        row += 4
      }
      return false
    }
  }

  /// The canonical form of a variant in lower case.
  static func preferredVariant(_ subtag: String) -> String {
    find(subtag, in: LanguageTables.variantAliases, width: 8) ?? subtag
  }

  /// The canonical form of a tag in lower case that is known as a whole; `nil` where it isn't.
  static func preferredTag(_ tag: String) -> String? {
    let tag = Array(tag.utf8)
    return LanguageTables.wholeTags.withUTF8Buffer { table in
      var row = 0
      while row < table.count {
        let end = table[row...].firstIndex(of: UInt8(ascii: ",")) ?? table.count
        let name = row + tag.count
        if name < end, table[name] == UInt8(ascii: " "), table[row..<name].elementsEqual(tag) {
          return String(decoding: table[(name + 1)..<end], as: UTF8.self)
        }
        row = end + 1
      }
      return nil
    }
  }

  private static func bit(_ number: Int, of table: StaticString) -> Bool {
    table.withUTF8Buffer { table in
      guard table.indices.contains(number / 6) else { return false }
      return (table[number / 6] &- 0x30) >> UInt8(truncatingIfNeeded: number % 6) & 1 == 1
    }
  }

  /// The second name of the row that begins with a first one; names are padded to a width, rows are in order.
  private static func find(_ name: String, in table: StaticString, width: Int) -> String? {
    guard name.utf8.count <= width else { return nil }
    return table.withUTF8Buffer { table in
      var (low, high) = (0, table.count / (2 * width))
      while low < high {
        let middle = (low + high) / 2
        let row = table[(middle * 2 * width)..<((middle + 1) * 2 * width)]
        let first = unpadded(row.prefix(width))
        if first.elementsEqual(name.utf8) { return String(decoding: unpadded(row.suffix(width)), as: UTF8.self) }
        if first.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  private static func unpadded(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    name.prefix { $0 != 0x20 }
  }
}
