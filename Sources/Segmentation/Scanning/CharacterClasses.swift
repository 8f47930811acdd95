/// The class of every Unicode scalar, in a two-stage table: a block number for each 256 scalars, then the classes of the block.
///
/// Built once from `CharacterClassRuns`; equal blocks are shared, so that the whole is about 100 KB.
struct CharacterClasses: Sendable {
  private let blockOf: [UInt16]
  private let kinds: [CharacterKind]
  private let scripts: [Script]

  static let shared = CharacterClasses(runs: CharacterClassRuns.text)

  /// The kind and script of a scalar value; anything beyond U+10FFFF is `other`.
  @inline(__always)
  static func classify(_ value: UInt32) -> (CharacterKind, Script) {
    value < 0x80 ? ascii(UInt8(truncatingIfNeeded: value)) : shared.classes(of: value)
  }

  /// The classes of ASCII, without the table.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> (CharacterKind, Script) {
    switch byte {
    case 0x61...0x7A: (.lower, .latin)
    case 0x41...0x5A: (.upper, .latin)
    case 0x30...0x39: (.digit, .common)
    case 0x09, 0x20: (.space, .common)
    case 0x0A...0x0D: (.lineEnd, .common)
    case 0x21, 0x2E, 0x3F: (.stop, .common)
    case 0x2C, 0x3A, 0x3B: (.clause, .common)
    case 0x22, 0x27: (.quote, .common)
    case 0x28, 0x5B, 0x7B: (.opening, .common)
    case 0x29, 0x5D, 0x7D: (.closing, .common)
    case 0x2D: (.dash, .common)
    case 0x00...0x1F, 0x7F: (.control, .common)
    default: (.other, .common)
    }
  }

  /// The classes in the table.
  func classes(of value: UInt32) -> (CharacterKind, Script) {
    guard value < 0x110000 else { return (.other, .common) }
    let cell = Int(blockOf[Int(value >> 8)]) << 8 | Int(value & 0xFF)
    return (kinds[cell], scripts[cell])
  }

  private init(runs: StaticString) {
    var all = [UInt16](
      repeating: UInt16(CharacterKind.other.rawValue) << 8 | UInt16(Script.common.rawValue), count: 0x110000)
    runs.withUTF8Buffer { text in
      var line = Run()
      for byte in text {
        if byte == 0x0A {
          for value in line.values where value < all.count { all[value] = line.classes }
          line = Run()
        } else {
          line.take(byte)
        }
      }
    }
    var blocks: [ArraySlice<UInt16>: UInt16] = [:]
    var blockOf: [UInt16] = []
    var kinds: [CharacterKind] = []
    var scripts: [Script] = []
    for block in 0..<0x1100 {
      let cells = all[block << 8..<(block + 1) << 8]
      if let known = blocks[cells] {
        blockOf.append(known)
        continue
      }
      let number = UInt16(blocks.count)
      blocks[cells] = number
      blockOf.append(number)
      for cell in cells {
        kinds.append(CharacterKind(rawValue: UInt8(cell >> 8)) ?? .other)
        scripts.append(Script(rawValue: UInt8(cell & 0xFF)) ?? .common)
      }
    }
    self.blockOf = blockOf
    self.kinds = kinds
    self.scripts = scripts
  }

  /// A line of the run table while it is being read: `41 5A uL`.
  private struct Run {
    private var field = 0
    private var low = 0
    private var high = 0
    private var letters: [UInt8] = []

    var values: ClosedRange<Int> { low...max(low, high) }
    var classes: UInt16 {
      letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0x6F2D
    }

    mutating func take(_ byte: UInt8) {
      switch (field, byte) {
      case (_, 0x20): field += 1
      case (0, _): low = low << 4 | hexadecimal(byte)
      case (1, _): high = high << 4 | hexadecimal(byte)
      default: letters.append(byte)
      }
    }

    private func hexadecimal(_ byte: UInt8) -> Int {
      Int(byte <= 0x39 ? byte & 0x0F : (byte & 0x0F) + 9)
    }
  }
}
