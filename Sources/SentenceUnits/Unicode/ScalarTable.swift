/// A 16-bit value for each Unicode scalar, 0 unless set.
///
/// Two stages: `stage` maps a scalar's upper bits to a block, `blocks` holds 64 values a block. Blocks whose values are all equal are
/// shared, so that the table of all letters takes tens of kilobytes.
struct ScalarTable: Sendable {
  private var stage = [UInt16](repeating: 0, count: 0x110000 >> 6)
  private var blocks = [UInt16](repeating: 0, count: 64)
  /// The block whose values are all the key.
  private var uniform: [UInt16: UInt16] = [0: 0]
  /// Which blocks are shared and must be copied before they are changed.
  private var shared: [Bool] = [true]

  /// The value of a scalar; 0 for what is no scalar.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt16 {
    guard scalar < 0x110000 else { return 0 }
    return blocks[Int(stage[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// Sets bits for each scalar of a range; bits that are set stay.
  mutating func set(_ bits: UInt16, in range: ClosedRange<UInt32>) {
    var scalar = range.lowerBound
    while scalar <= range.upperBound, scalar < 0x110000 {
      let next = (scalar | 63) + 1
      if scalar & 63 == 0, next - 1 <= range.upperBound, let value = uniformValue(scalar >> 6) {
        stage[Int(scalar >> 6)] = uniformBlock(value | bits)
      } else {
        let block = ownBlock(scalar >> 6)
        for each in scalar...min(next - 1, range.upperBound) { blocks[block << 6 | Int(each & 63)] |= bits }
      }
      scalar = next
    }
  }

  /// Whether any of 64 scalars, the first of which is a multiple of 64, has one of some bits set.
  func anySet(inBlockOf scalar: UInt32, _ bits: UInt16) -> Bool {
    guard scalar < 0x110000 else { return false }
    let block = Int(stage[Int(scalar >> 6)]) << 6
    return blocks[block..<block + 64].contains { $0 & bits != 0 }
  }

  private func uniformValue(_ index: UInt32) -> UInt16? {
    let block = Int(stage[Int(index)])
    return shared[block] ? blocks[block << 6] : nil
  }

  private mutating func uniformBlock(_ value: UInt16) -> UInt16 {
    if let block = uniform[value] { return block }
    let block = UInt16(shared.count)
    blocks.append(contentsOf: repeatElement(value, count: 64))
    shared.append(true)
    uniform[value] = block
    return block
  }

  private mutating func ownBlock(_ index: UInt32) -> Int {
    let block = Int(stage[Int(index)])
    guard shared[block] else { return block }
    let copy = shared.count
    blocks.append(contentsOf: blocks[block << 6..<(block + 1) << 6])
    shared.append(false)
    stage[Int(index)] = UInt16(copy)
    return copy
  }
}
