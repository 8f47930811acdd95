/// Looks in a text for letters of some scripts, and for the lack of them.
struct ScriptWitness {
  private let scripts: ScriptSet
  private var letters = 0
  private var own = 0

  init(_ scripts: ScriptSet) {
    self.scripts = scripts
  }

  /// Enough letters of the scripts were seen: nothing behind them changes the answer.
  var isSatisfied: Bool { own >= 8 }

  /// Whether the text surely isn't written in any of the scripts: 20 letters or more, and hardly one of theirs.
  var contradicts: Bool { !isSatisfied && letters >= 20 && own * 20 < letters }

  /// Looks at a range of UTF-8, until enough is seen.
  ///
  /// - Complexity: O(*n*), but a few letters for a text in one of the scripts.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, own < 8 {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      let script = Script.of(value)
      guard script != .common else { continue }
      letters += 1
      if scripts.contains(script) { own += 1 }
    }
  }
}
