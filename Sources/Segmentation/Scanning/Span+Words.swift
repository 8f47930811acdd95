extension Span<UInt8> {
  /// How far a look for a word goes, in bytes.
  static var longestWord: Int { 48 }

  /// The word that ends at an offset: letters, marks, digits and what joins them inside a word.
  ///
  /// Empty where there is none, or where it is longer than a word can be.
  func word(endingAt end: Int) -> Range<Int> { countedWord(endingAt: end).range }

  /// The word that ends at an offset, and how many letters it has.
  func countedWord(endingAt end: Int) -> (range: Range<Int>, letters: Int) {
    var scalar = self.scalar(before: end)
    let script = scalar.script
    var start = end
    var letters = 0
    while end - start <= Self.longestWord {
      guard scalar.script.meets(script) else { return (start..<end, letters) }
      if scalar.isLetter {
        letters += 1
      } else {
        guard scalar.kind == .mark || scalar.kind == .digit || joins(scalar, outer: end == start) else {
          return (start..<end, letters)
        }
      }
      start = scalar.start
      scalar = self.scalar(before: start)
    }
    return (end..<end, 0)
  }

  /// The word that begins at an offset.
  func word(startingAt start: Int) -> Range<Int> {
    var end = start
    let script = self.scalar(at: start).script
    while end - start <= Self.longestWord {
      let scalar = self.scalar(at: end)
      guard scalar.script.meets(script) else { break }
      guard scalar.isLetter || scalar.kind == .mark || scalar.kind == .digit || joins(scalar, outer: end == start)
      else { break }
      end = scalar.end
    }
    return start..<end
  }

  /// Apostrophe, Hebrew gershayim, hyphen and zero-width joiners inside a word.
  private func joins(_ scalar: ScannedScalar, outer: Bool) -> Bool {
    guard !outer else { return scalar.value == 0x200C || scalar.value == 0x200D }
    switch scalar.value {
    case 0x27, 0x2019, 0x05F3, 0x05F4, 0x200C, 0x200D, 0xAD: return true
    case 0x22:
      return self.scalar(before: scalar.start).script == .hebrew && self.scalar(at: scalar.end).script == .hebrew
    default: return false
    }
  }

  /// How many letters a word has.
  func letters(in word: Range<Int>) -> Int {
    var count = 0
    var index = word.lowerBound
    while index < word.upperBound {
      let scalar = self.scalar(at: index)
      if scalar.isLetter { count += 1 }
      index = scalar.end
    }
    return count
  }

  /// The first scalar at or after an offset that is neither white space nor a format character, at most `limit` bytes away.
  func visible(from offset: Int, limit: Int = 64) -> ScannedScalar {
    var scalar = self.scalar(at: offset)
    while scalar.kind == .space || scalar.kind == .format || scalar.kind == .mark {
      guard scalar.end - offset < limit else { return .none }
      scalar = self.scalar(at: scalar.end)
    }
    return scalar
  }

  /// The last scalar before an offset that is neither white space nor a format character, at most `limit` bytes away.
  func visible(before offset: Int, limit: Int = 64) -> ScannedScalar {
    var scalar = self.scalar(before: offset)
    while scalar.kind == .space || scalar.kind == .format || scalar.kind == .mark {
      guard offset - scalar.start < limit else { return .none }
      scalar = self.scalar(before: scalar.start)
    }
    return scalar
  }
}
