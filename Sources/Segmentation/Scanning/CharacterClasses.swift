internal import CByteScan

/// The class of every Unicode scalar, in the two-stage table of `character_classes.h`.
///
/// Made from Data/segmentation/character-classes.txt, as `CharacterClassRuns` is.
enum CharacterClasses {
  /// The kind and script of a scalar value; anything beyond U+10FFFF is `other`.
  @inline(__always)
  static func classify(_ value: UInt32) -> (CharacterKind, Script) { classes(nuqta_class(value)) }

  /// The kind and script of a byte below 0x80.
  @inline(__always)
  static func classify(ascii byte: UInt8) -> (CharacterKind, Script) { classes(nuqta_ascii_class(byte)) }

  @inline(__always)
  private static func classes(_ cell: UInt16) -> (CharacterKind, Script) {
    (CharacterKind(number: UInt8(cell >> 8)), Script(number: UInt8(truncatingIfNeeded: cell)))
  }
}
