/// How many letters of each script a text has.
struct ScriptCount: Sendable {
  private var counts = [Int](repeating: 0, count: Script.allCases.count)
  /// Letters of all scripts.
  private(set) var letters = 0

  /// Adds the letters of a range of UTF-8.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      let script = Script.of(value)
      guard script != .common else { continue }
      counts[Int(script.rawValue)] += 1
      letters += 1
    }
  }

  /// The letters of a script.
  subscript(_ script: Script) -> Int { counts[Int(script.rawValue)] }

  /// The script with the most letters, Japanese kana counting for Han too; `nil` without letters.
  var dominant: Script? {
    guard letters > 0 else { return nil }
    return Script.allCases.max { self[$0] < self[$1] }
  }

  /// Whether most letters are of scripts that run from right to left.
  var isRightToLeft: Bool {
    let count = Script.allCases.reduce(0) { $0 + ($1.isRightToLeft ? self[$1] : 0) }
    return count * 2 > letters
  }

  /// Whether a text surely isn't written in any of these scripts: 20 letters or more, and hardly one of theirs.
  ///
  /// - Complexity: O(*n*), but a few letters for a text that is.
  static func contradicts(_ bytes: [UInt8], _ range: Range<Int>, scripts: ScriptSet) -> Bool {
    var witness = ScriptWitness(scripts)
    witness.add(bytes, range)
    return witness.contradicts
  }
}
