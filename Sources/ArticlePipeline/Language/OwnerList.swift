/// Lists of languages, one behind the other in one array: a list is a range of it, and to read one counts no reference.
struct OwnerList: Sendable {
  private var languages: [Int] = []

  /// Adds a list and returns where it is.
  mutating func add(_ owners: [Int]) -> Range<Int> {
    let start = languages.count
    languages += owners
    return start..<languages.count
  }

  /// Shares points among the languages of a list.
  @inline(__always)
  func share(_ points: Int, among list: Range<Int>, in scores: inout [Int]) {
    guard !list.isEmpty else { return }
    let each = points / list.count
    for index in list { scores[languages[index]] += each }
  }
}
