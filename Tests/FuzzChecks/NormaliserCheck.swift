import Foundation
import SentenceUnits

/// The form that ids are made of, against Foundation's NFC and a plain reading of the definition.
enum NormaliserCheck {
  static func check(_ bytes: [UInt8]) throws {
    // Bytes that are no UTF-8 have no defined form; they must do no harm.
    var normaliser = TextNormaliser()
    var form: [UInt8] = []
    normaliser.append(bytes.span, to: &form)
    try Breach.unless(form.count <= 3 * bytes.count, "\(form.count) bytes of \(bytes.count)")

    let text = known(String(decoding: bytes, as: UTF8.self))
    let composed = ReferenceForm.composed(text)
    let decomposed = ReferenceForm.decomposed(text)
    try compare(compose(text), composed, "NFC")
    try compare(compose(decomposed), composed, "NFC of NFD")

    let normal = normalise(text, &normaliser)
    try compare(normal, ReferenceForm.normalise(text), "the normalised form")
    try compare(normalise(normal, &normaliser), normal, "the form of the form")
    try compare(compose(normal), normal, "NFC of the form")
    if let mark = normal.unicodeScalars.first(where: ReferenceForm.isFoldedAway) {
      throw Breach("U+\(String(mark.value, radix: 16)) is left in the form")
    }
    try checkHashes(text, [composed, decomposed])
  }

  private static func checkHashes(_ text: String, _ equivalents: [String]) throws {
    var hasher = try IdentityHasher()
    let content = try hasher.content(of: Array(text.utf8).span)
    for equivalent in equivalents {
      let other = try hasher.content(of: Array(equivalent.utf8).span)
      try Breach.unless(
        other == content, "canonical equivalents have other hashes: \(scalars(text)) and \(scalars(equivalent))")
    }
    try Breach.unless((content == nil) == ReferenceForm.normalise(text).isEmpty, "a form of nothing, and a hash")
  }

  /// The text without what later versions of Unicode than ours have brought, which Foundation's tables may know.
  private static func known(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let age = scalar.properties.age, age.major > 15 || age.major == 15 && age.minor > 0 { continue }
      if ReferenceForm.mask.contains(scalar.value) { continue }
      kept.append(scalar)
    }
    return String(kept)
  }

  private static func normalise(_ text: String, _ normaliser: inout TextNormaliser) -> String {
    // What the buffer holds already isn't looked at: a mark may follow it.
    var output = Array("e".utf8)
    normaliser.append(Array(text.utf8).span, to: &output)
    return String(decoding: output.dropFirst(), as: UTF8.self)
  }

  private static func compose(_ text: String) -> String {
    var normaliser = TextNormaliser.compositionOnly
    return normalise(text, &normaliser)
  }

  private static func compare(_ found: String, _ expected: String, _ what: String) throws {
    try Breach.unless(
      found.utf8.elementsEqual(expected.utf8), "\(what) is \(scalars(found)), not \(scalars(expected))")
  }

  private static func scalars(_ text: String) -> String {
    text.unicodeScalars.prefix(64).map { String($0.value, radix: 16) }.joined(separator: " ")
  }
}
