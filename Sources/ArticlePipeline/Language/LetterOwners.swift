/// Which languages a letter speaks for.
struct LetterOwners: Sendable {
  /// The first scalar that can't have an owner.
  private static let limit: UInt32 = 0x2000

  /// A number of `owners` for each scalar, 0 for the letters of all languages.
  private var numbers = [UInt8](repeating: 0, count: Int(limit))
  private var owners: [[Int]] = [[]]

  init(_ letters: [UInt32: [Int]]) {
    for (letter, languages) in letters where letter < Self.limit && owners.count < 256 {
      numbers[Int(letter)] = UInt8(owners.firstIndex(of: languages) ?? owners.count)
      if !owners.contains(languages) { owners.append(languages) }
    }
  }

  /// Shares twelve points among the letter's languages.
  @inline(__always)
  func add(_ value: UInt32, to scores: inout [Int]) {
    guard value < Self.limit, value >= 0x80 else { return }
    let number = Int(numbers[Int(value)])
    guard number > 0 else { return }
    for owner in owners[number] { scores[owner] += 12 / owners[number].count }
  }
}
