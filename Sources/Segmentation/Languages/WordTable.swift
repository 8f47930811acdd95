/// Words and their classes in an open-addressed table of bytes.
///
/// Spaces inside a word don't count, so that an abbreviation is one whether it is written with them or not.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var start: UInt32 = 0
    var length: UInt32 = 0
    var classes: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  private var slots: [Slot] = []
  private var count = 0
  /// The longest word, in bytes.
  private var longest = 0
  /// A space of the longest form: what a word of a text may have more than the same word of the table.
  private static let widestSpace = 3

  init() {
    slots = Array(repeating: Slot(), count: 16)
  }

  /// The classes of the word in a range of a text; empty for an unknown one.
  ///
  /// - Complexity: O(length of the word), without allocation.
  func classes(of word: Range<Int>, in text: Span<UInt8>) -> WordClass {
    guard !word.isEmpty, word.count <= longest + Self.widestSpace else { return [] }
    var index = Int(truncatingIfNeeded: Self.hash(word, in: text)) & (slots.count - 1)
    while slots[index].length != 0 {
      if matches(slots[index], word, in: text) { return WordClass(rawValue: slots[index].classes) }
      index = (index + 1) & (slots.count - 1)
    }
    return []
  }

  /// Adds classes to a word.
  mutating func add(_ word: [UInt8], _ classes: WordClass) {
    let key = word.filter { $0 != 0x20 }
    guard !key.isEmpty else { return }
    if (count + 1) * 2 > slots.count { grow() }
    let span = key.span
    var index = Int(truncatingIfNeeded: Self.hash(0..<key.count, in: span)) & (slots.count - 1)
    while slots[index].length != 0 {
      if matches(slots[index], 0..<key.count, in: span) {
        slots[index].classes |= classes.rawValue
        return
      }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = Slot(start: UInt32(bytes.count), length: UInt32(key.count), classes: classes.rawValue)
    bytes.append(contentsOf: key)
    longest = max(longest, key.count)
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.length != 0 {
      let range = Int(slot.start)..<Int(slot.start + slot.length)
      var index = Int(truncatingIfNeeded: Self.hash(range, in: bytes.span)) & (slots.count - 1)
      while slots[index].length != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private func matches(_ slot: Slot, _ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    var own = Int(slot.start)
    let end = own + Int(slot.length)
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = text[index]
      if Self.mayBeBlank(byte) {
        let skip = Self.blank(at: index, in: text)
        if skip > 0 {
          index += skip
          continue
        }
      }
      guard own < end, bytes[own] == byte else { return false }
      own += 1
      index += 1
    }
    return own == end
  }

  /// FNV-1a over the bytes that are no space.
  private static func hash(_ word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = text[index]
      if mayBeBlank(byte) {
        let skip = blank(at: index, in: text)
        if skip > 0 {
          index += skip
          continue
        }
      }
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      index += 1
    }
    return hash ^ (hash >> 15)
  }

  @inline(__always)
  private static func mayBeBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xC2 || byte == 0xE2 }

  /// The length of a space or no-break space at an index, else 0.
  @inline(__always)
  private static func blank(at index: Int, in text: Span<UInt8>) -> Int {
    switch text.byte(index) {
    case 0x20: 1
    case 0xC2 where text.byte(index + 1) == 0xA0: 2
    case 0xE2 where text.byte(index + 1) == 0x80 && text.byte(index + 2) == 0xAF: 3
    default: 0
    }
  }
}
