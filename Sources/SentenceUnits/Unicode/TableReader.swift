/// Reads the generated tables: tokens of hexadecimal numbers with `-`, `=` or `+` between them, parted by white space.
///
/// A big array literal takes the compiler minutes; a string takes it nothing, and this takes a process less than a millisecond.
enum TableReader {
  /// Calls `body` with the numbers of each token: `1F-2A=E6` gives 1F, 2A, E6 and the separators `-=`.
  static func forEachToken(_ table: StaticString, _ body: (_ numbers: [UInt32], _ separators: [UInt8]) -> Void) {
    var numbers: [UInt32] = []
    var separators: [UInt8] = []
    var number: UInt32?
    func end() {
      guard let last = number else { return }
      numbers.append(last)
      body(numbers, separators)
      numbers.removeAll(keepingCapacity: true)
      separators.removeAll(keepingCapacity: true)
      number = nil
    }
    table.withUTF8Buffer { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = (number ?? 0) << 4 | UInt32(byte - 0x30)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): number = (number ?? 0) << 4 | UInt32(byte - 0x37)
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "+"):
          numbers.append(number ?? 0)
          separators.append(byte)
          number = nil
        default: end()
        }
      }
    }
    end()
  }

  /// Calls `body` with each range of a table of ranges.
  static func forEachRange(_ table: StaticString, _ body: (ClosedRange<UInt32>) -> Void) {
    forEachToken(table) { numbers, _ in
      guard let first = numbers.first, let last = numbers.last, first <= last else { return }
      body(first...last)
    }
  }
}
