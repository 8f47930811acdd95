/// A Unicode scalar of the text, where it stands, and its class.
///
/// Two words, so that it is handed about in registers.
struct ScannedScalar {
  let value: UInt32
  private let width: UInt8
  let kind: CharacterKind
  let script: Script
  let start: Int

  var length: Int { Int(width) }
  var end: Int { start + length }
  var exists: Bool { width > 0 }
  var isLetter: Bool { kind == .upper || kind == .lower || kind == .caseless }

  /// - Parameter length: The scalar's bytes, 0 to 4.
  @inline(__always)
  init(value: UInt32, start: Int, length: UInt8) {
    self.value = value
    self.start = start
    width = length
    (kind, script) = CharacterClasses.classify(value)
  }

  @inline(__always)
  init(ascii byte: UInt8, start: Int) {
    value = UInt32(byte)
    self.start = start
    width = 1
    (kind, script) = CharacterClasses.classify(ascii: byte)
  }

  /// What stands at a place where the text has no scalar.
  @inline(__always)
  init(nothingAt start: Int) {
    value = 0
    self.start = start
    width = 0
    kind = .control
    script = .common
  }

  /// Before the first scalar and behind the last.
  static var none: ScannedScalar { ScannedScalar(nothingAt: 0) }

  /// A byte that begins no scalar.
  static func invalid(at offset: Int) -> ScannedScalar {
    ScannedScalar(value: 0xFFFD, start: offset, length: 1)
  }
}
