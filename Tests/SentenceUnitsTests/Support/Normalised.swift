@testable import SentenceUnits

/// The normalised form of a text.
func normalised(_ text: String) -> String {
  var normaliser = TextNormaliser()
  return normalised(text, by: &normaliser)
}

/// The form that a normaliser gives a text.
func normalised(_ text: String, by normaliser: inout TextNormaliser) -> String {
  var bytes: [UInt8] = []
  normaliser.append(Array(text.utf8).span, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// A text's scalars in hexadecimal, for messages in which combining marks can be told apart.
func scalars(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}
