/// Full canonical decompositions, sorted by scalar; Hangul is arithmetic.
struct DecompositionTable: Sendable {
  private var scalars: [UInt32] = []
  /// Where a scalar's decomposition begins in `parts`; it ends where the next one begins.
  private var starts: [Int] = [0]
  private var parts: [UInt32] = []

  /// Makes a table of decompositions of one step, which are taken on until nothing decomposes.
  init(_ steps: [UInt32: [UInt32]]) {
    for scalar in steps.keys.sorted() {
      var whole = [scalar]
      while let index = whole.firstIndex(where: { steps[$0] != nil }), let step = steps[whole[index]] {
        whole.replaceSubrange(index...index, with: step)
      }
      scalars.append(scalar)
      parts.append(contentsOf: whole)
      starts.append(parts.count)
    }
  }

  /// Calls `body` with each scalar of a scalar's decomposition, which is the scalar itself where there is none.
  @inline(__always)
  func forEach(of scalar: UInt32, _ body: (UInt32) -> Void) {
    if Hangul.syllables.contains(scalar) {
      let letters = Hangul.decompose(scalar)
      body(letters.lead)
      body(letters.vowel)
      if let trail = letters.trail { body(trail) }
      return
    }
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < scalars.count, scalars[low] == scalar else { return body(scalar) }
    for index in starts[low]..<starts[low + 1] { body(parts[index]) }
  }
}
