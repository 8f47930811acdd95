/// Which languages a frequent word speaks for: an open-addressed table over bytes.
struct WordOwners: Sendable {
  /// The longest word that is looked up, in bytes.
  private static let longest = 24

  /// A word in lower case while it is being read.
  struct Key {
    fileprivate var bytes = InlineArray<28, UInt8>(repeating: 0)
    /// The word's length in bytes, those beyond the longest word too.
    fileprivate var count = 0
    fileprivate var hash = Hash()

    init() {}

    /// Appends a scalar that has as many bytes as it is told to have.
    @inline(__always)
    mutating func append(_ value: UInt32, width: Int) {
      guard count + width <= WordOwners.longest else { return count += width }
      switch width {
      case 1: put(UInt8(truncatingIfNeeded: value), 0)
      case 2:
        put(UInt8(truncatingIfNeeded: 0xC0 | value >> 6), 0)
        put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F), 1)
      case 3:
        put(UInt8(truncatingIfNeeded: 0xE0 | value >> 12), 0)
        put(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F), 1)
        put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F), 2)
      default:
        put(UInt8(truncatingIfNeeded: 0xF0 | value >> 18), 0)
        put(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F), 1)
        put(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F), 2)
        put(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F), 3)
      }
      count += width
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8, _ offset: Int) {
      bytes[count + offset] = byte
      hash.add(byte)
    }
  }

  /// FNV-1a, 32 bits.
  fileprivate struct Hash {
    var value: UInt32 = 0x811C_9DC5

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

    func slot(of count: Int) -> Int { Int(value ^ value >> 15) & (count - 1) }
  }

  private struct Slot: Sendable {
    var start = 0
    var count = 0
    var owners = 0..<0
  }

  private var bytes: [UInt8] = []
  private var slots: [Slot]
  private var owners = OwnerList()

  /// - Parameter words: The words in lower case and their languages.
  init(_ words: [[UInt8]: [Int]]) {
    var size = 64
    while size < words.count * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for (word, owners) in words where !word.isEmpty && word.count <= Self.longest {
      var hash = Hash()
      for byte in word { hash.add(byte) }
      var index = hash.slot(of: size)
      while slots[index].count > 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(start: bytes.count, count: word.count, owners: self.owners.add(Array(Set(owners)).sorted()))
      bytes += word
    }
  }

  /// Shares points among the word's languages, and forgets the word.
  ///
  /// A word of several letters says more than one of one or two.
  @inline(__always)
  func add(_ key: inout Key, to scores: inout [Int]) {
    guard key.count > 0 else { return }
    if key.count <= Self.longest { addKnown(key, to: &scores) }
    key.count = 0
    key.hash = Hash()
  }

  private func addKnown(_ key: borrowing Key, to scores: inout [Int]) {
    var index = key.hash.slot(of: slots.count)
    while slots[index].count > 0 {
      if slots[index].count == key.count, matches(slots[index].start, key) {
        return owners.share(key.count > 2 ? 24 : 12, among: slots[index].owners, in: &scores)
      }
      index = (index + 1) & (slots.count - 1)
    }
  }

  private func matches(_ start: Int, _ key: borrowing Key) -> Bool {
    for offset in 0..<key.count where bytes[start + offset] != key.bytes[offset] { return false }
    return true
  }
}
