@testable import SentenceUnits

/// NFC and NFD as the Unicode Standard defines them (§3.11, D108–D118), word for word and without a thought for speed.
///
/// Not Foundation's, which on Linux fails at old jamo, tag characters and Tibetan vowel signs (Swift 6.3).
enum ReferenceComposition {
  static func compose(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = decompose(text)
    var index = 1
    while index < result.count {
      // D117: the last starter before it, unless something between them blocks it.
      if let starter = result[..<index].lastIndex(where: { combiningClass($0) == 0 }),
        !result[starter + 1..<index].contains(where: {
          combiningClass($0) == 0 || combiningClass($0) >= combiningClass(result[index])
        }), let composite = composite(result[starter], result[index])
      {
        result[starter] = composite
        result.remove(at: index)
      } else {
        index += 1
      }
    }
    return result
  }

  static func decompose(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text {
      var parts = [scalar]
      while let index = parts.firstIndex(where: { step($0) != nil }), let step = step(parts[index]) {
        parts.replaceSubrange(index...index, with: step)
      }
      result += parts
    }
    var swapped = true
    while swapped {
      swapped = false
      for index in result.indices.dropLast() {
        let second = combiningClass(result[index + 1])
        if second != 0, combiningClass(result[index]) > second {
          result.swapAt(index, index + 1)
          swapped = true
        }
      }
    }
    return result
  }

  static func combiningClass(_ scalar: Unicode.Scalar) -> UInt32 {
    data.classes[scalar.value] ?? 0
  }

  /// What a scalar decomposes to in one step.
  static func step(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    hangulStep(scalar) ?? data.steps[scalar.value]
  }

  private static func hangulStep(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xAC00..<0xD7A4).contains(scalar.value) else { return nil }
    let index = scalar.value - 0xAC00
    if index % 28 != 0 { return scalars(scalar.value - index % 28, 0x11A7 + index % 28) }
    return scalars(0x1100 + index / 588, 0x1161 + index % 588 / 28)
  }

  private static func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    data.composites[[first.value, second.value]]
  }

  private static func scalars(_ values: UInt32...) -> [Unicode.Scalar] { values.compactMap(Unicode.Scalar.init) }

  private struct Data {
    var classes: [UInt32: UInt32] = [:]
    var steps: [UInt32: [Unicode.Scalar]] = [:]
    var composites: [[UInt32]: Unicode.Scalar] = [:]
  }

  private static let data: Data = {
    var data = Data()
    TableReader.forEachToken(CanonicalData.combiningClasses) { numbers, _ in
      for value in numbers[0]...numbers[numbers.count - 2] { data.classes[value] = numbers[numbers.count - 1] }
    }
    for (table, composes) in [(CanonicalData.composites, true), (CanonicalData.exclusions, false)] {
      TableReader.forEachToken(table) { numbers, _ in
        data.steps[numbers[0]] = numbers.dropFirst().compactMap(Unicode.Scalar.init)
        if composes { data.composites[[numbers[1], numbers[2]]] = Unicode.Scalar(numbers[0]) }
      }
    }
    for syllable in (UInt32(0xAC00)..<0xD7A4).compactMap(Unicode.Scalar.init) {
      if let parts = hangulStep(syllable) { data.composites[parts.map(\.value)] = syllable }
    }
    return data
  }()
}
