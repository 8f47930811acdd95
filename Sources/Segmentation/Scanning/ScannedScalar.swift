/// A Unicode scalar of the text, where it stands, and its class.
struct ScannedScalar {
  let value: UInt32
  let start: Int
  let length: Int
  let kind: CharacterKind
  let script: Script

  var end: Int { start + length }
  var exists: Bool { length > 0 }
  var isLetter: Bool { kind == .upper || kind == .lower || kind == .caseless }

  @inline(__always)
  init(value: UInt32, start: Int, length: Int) {
    self.value = value
    self.start = start
    self.length = length
    (kind, script) = CharacterClasses.classify(value)
  }

  /// Before the first scalar and behind the last.
  static let none = ScannedScalar(value: 0, start: 0, length: 0)

  /// A byte that begins no scalar.
  static func invalid(at offset: Int) -> ScannedScalar {
    ScannedScalar(value: 0xFFFD, start: offset, length: 1)
  }
}
