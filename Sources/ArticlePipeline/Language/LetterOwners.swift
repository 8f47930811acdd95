/// Which languages a letter speaks for.
struct LetterOwners: Sendable {
  /// The first scalar that can't have an owner.
  private static let limit: UInt32 = 0x2000

  /// A number of `lists` for each scalar, 0 for the letters of all languages.
  private var numbers = [UInt8](repeating: 0, count: Int(limit))
  private var lists: [Range<Int>] = [0..<0]
  private var owners = OwnerList()

  init(_ letters: [UInt32: [Int]]) {
    var known: [[Int]: UInt8] = [:]
    for (letter, languages) in letters where letter < Self.limit && lists.count < 256 {
      let number = known[languages] ?? UInt8(lists.count)
      if Int(number) == lists.count { lists.append(owners.add(languages)) }
      known[languages] = number
      numbers[Int(letter)] = number
    }
  }

  /// Shares twelve points among the letter's languages.
  @inline(__always)
  func add(_ value: UInt32, to scores: inout [Int]) {
    guard value < Self.limit, value >= 0x80 else { return }
    let number = Int(numbers[Int(value)])
    guard number > 0 else { return }
    owners.share(12, among: lists[number], in: &scores)
  }
}
