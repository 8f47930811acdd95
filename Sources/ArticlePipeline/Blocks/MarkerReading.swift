/// Reads the forms of list markers at a place in a line.
struct MarkerReading {
  typealias Found = (style: UInt32, value: UInt32, isNumber: Bool, certainty: ListMarker.Certainty)

  let bytes: [UInt8]
  /// Where the marker begins; behind it once one is read.
  var index: Int
  let end: Int

  /// Reads a bullet: `•`, `■`, `*`, `-`.
  mutating func bullet() -> Found? {
    let (value, width) = ScalarReader.scalar(bytes, at: index)
    let next = scalar(at: index + width)
    let isSpaced = next.map { ScalarClass.isWhiteSpace($0.value) } ?? false
    switch value {
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25CF, 0x25CB, 0x25E6, 0x25C6, 0x25C7, 0x25BA, 0x25B6,
      0x25B8,
      0x25B9, 0x27A4, 0x27A2, 0x2713, 0x2714, 0x2756, 0xF0B7:
      guard let next, next.value != value else { return nil }
    case 0x25B2, 0x25B3, 0x25BC, 0x25BD, 0x30FB:
      // ▲ 2.5 % is a rise, not an item.
      guard let next, next.value != value else { return nil }
      let text = TextTrim.trimStart(bytes, index + width..<end)
      guard text < end, ScalarClass.digit(ScalarReader.scalar(bytes, at: text).value) == nil else { return nil }
    case 0x2A, 0x2B, 0xB7, 0x2219:
      guard isSpaced else { return nil }
    case 0x2D, 0x2010, 0x2012, 0x2013:
      guard isSpaced else { return nil }
      index += width
      return (0x2D, value, false, .dash)
    default: return nil
    }
    index += width
    return (value, value, false, .certain)
  }

  /// Reads a circled number: `①`, `❶`.
  mutating func circled() -> Found? {
    let (value, width) = ScalarReader.scalar(bytes, at: index)
    let number: UInt32
    switch value {
    case 0x2460...0x2473: number = value - 0x245F
    case 0x2776...0x277F: number = value - 0x2775
    case 0x2780...0x2789: number = value - 0x277F
    default: return nil
    }
    index += width
    return (0x2460, number, true, .certain)
  }

  /// Reads a number or letter in brackets: `(1)`, `(أ)`.
  mutating func bracketed() -> Found? {
    let (value, width) = ScalarReader.scalar(bytes, at: index)
    guard value == 0x28 || value == 0xFF08 else { return nil }
    let inner = index + width
    guard let item = number(at: inner) ?? letter(at: inner), let close = scalar(at: item.end),
      close.value == 0x29 || close.value == 0xFF09
    else { return nil }
    index = item.end + close.width
    return (item.isNumber ? 0x28 : 0x128, item.value, item.isNumber, item.isNumber ? .certain : .counting)
  }

  /// Reads a number or letter with what closes it: `1.`, `一、`, `a)`, `أ-`.
  mutating func counted() -> Found? {
    guard let item = number(at: index) ?? hanNumber(at: index) ?? letter(at: index), let close = scalar(at: item.end)
    else { return nil }
    let behind = item.end + close.width
    guard let next = scalar(at: behind) else { return nil }
    let isSpaced = ScalarClass.isWhiteSpace(next.value)
    var certainty = ListMarker.Certainty.counting
    switch close.value {
    case 0x29, 0xFF09:
      guard ScalarClass.digit(next.value) == nil else { return nil }
      certainty = .certain
    case 0x3001, 0xFF0E:
      guard ScalarClass.digit(next.value) == nil else { return nil }
    case 0x2E, 0x2D, 0x2013, 0x6D4, 0x640:
      // Glued text is an item in scripts that glue it; in Latin it is a name or a number: 1.FC, 3-year.
      guard isSpaced || isGluedScript(next.value) else { return nil }
    default: return nil
    }
    if !item.isNumber, close.value == 0x2E, isCased(item.value), !isLowerCase(item.value) { return nil }
    index = behind
    return (close.value | (item.isNumber ? 0 : 0x10_0000), item.value, item.isNumber, certainty)
  }

  private typealias Item = (value: UInt32, end: Int, isNumber: Bool)

  private func scalar(at index: Int) -> (value: UInt32, width: Int)? {
    index < end ? ScalarReader.scalar(bytes, at: index) : nil
  }

  /// A number of one or two digits of any script.
  private func number(at start: Int) -> Item? {
    var index = start
    var value: UInt32 = 0
    var digits = 0
    while let next = scalar(at: index), let digit = ScalarClass.digit(next.value) {
      digits += 1
      guard digits <= 2 else { return nil }
      value = value * 10 + digit
      index += next.width
    }
    return digits > 0 ? (value, index, true) : nil
  }

  private func hanNumber(at start: Int) -> Item? {
    guard let first = scalar(at: start) else { return nil }
    let number: UInt32
    switch first.value {
    case 0x4E00: number = 1
    case 0x4E8C: number = 2
    case 0x4E09: number = 3
    case 0x56DB: number = 4
    case 0x4E94: number = 5
    case 0x516D: number = 6
    case 0x4E03: number = 7
    case 0x516B: number = 8
    case 0x4E5D: number = 9
    case 0x5341: number = 10
    default: return nil
    }
    return (number, start + first.width, true)
  }

  /// One letter, or `الف`.
  private func letter(at start: Int) -> Item? {
    guard let first = scalar(at: start), Script.of(first.value) != .common else { return nil }
    if first.value == 0x627 || first.value == 0x623, scalar(at: start + 2)?.value == 0x644,
      scalar(at: start + 4)?.value == 0x641
    {
      return (0x627, start + 6, false)
    }
    var next = start + first.width
    // Tatweel lengthens a letter (هـ) and is none.
    if let tatweel = scalar(at: next), tatweel.value == 0x640,
      scalar(at: next + 2).map({ $0.value == 0x29 || $0.value == 0x2D }) ?? false
    {
      next += tatweel.width
    }
    return (first.value, next, false)
  }

  private func isGluedScript(_ value: UInt32) -> Bool {
    switch Script.of(value) {
    case .arabic, .hebrew, .han, .kana, .hangul, .thai: true
    default: false
    }
  }

  private func isCased(_ value: UInt32) -> Bool {
    switch Script.of(value) {
    case .latin, .cyrillic, .greek, .armenian: true
    default: false
    }
  }

  private func isLowerCase(_ value: UInt32) -> Bool { Unicode.Scalar(value)?.properties.isLowercase ?? false }
}
