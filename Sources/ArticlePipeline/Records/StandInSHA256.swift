/// SHA-256 (FIPS 180-4) until the hasher of SentenceUnits is connected.
enum StandInSHA256 {
  private static let constants: [UInt32] = {
    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { root($0, power: 3) }
  }()
  private static let start: [UInt32] = [2, 3, 5, 7, 11, 13, 17, 19].map { root($0, power: 2) }

  /// floor(frac(root) · 2³²), by search in integers.
  private static func root(_ prime: UInt64, power: Int) -> UInt32 {
    var low: UInt64 = 0
    var high: UInt64 = 1 << 36
    while low + 1 < high {
      let middle = (low + high) / 2
      let (square, rest) = (middle.multipliedFullWidth(by: middle), prime)
      let isBelow: Bool
      if power == 2 {
        isBelow = square.high < rest || (square.high == rest && square.low == 0)
      } else {
        // middle³ against prime · 2⁹⁶, in three words.
        let lowProduct = square.low.multipliedFullWidth(by: middle)
        let highProduct = square.high &* middle &+ lowProduct.high
        isBelow = highProduct < rest << 32
      }
      if isBelow { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var state = start
    var padded = bytes + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: UInt64(bytes.count) &* 8 >> UInt64(shift)))
    }
    func turn(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }
    var words = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: padded.count, by: 64) {
      for index in 0..<16 {
        words[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(padded[block + index * 4 + $1]) }
      }
      for index in 16..<64 {
        let first = turn(words[index - 15], 7) ^ turn(words[index - 15], 18) ^ words[index - 15] >> 3
        let second = turn(words[index - 2], 17) ^ turn(words[index - 2], 19) ^ words[index - 2] >> 10
        words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
      }
      var v = state
      for index in 0..<64 {
        let first = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)
        let sum = v[7] &+ first &+ ((v[4] & v[5]) ^ (~v[4] & v[6])) &+ constants[index] &+ words[index]
        let second = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [sum &+ second &+ majority, v[0], v[1], v[2], v[3] &+ sum, v[4], v[5], v[6]]
      }
      for index in 0..<8 { state[index] = state[index] &+ v[index] }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }
}
