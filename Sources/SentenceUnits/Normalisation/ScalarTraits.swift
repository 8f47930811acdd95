/// What the normaliser knows of a scalar; zero, but for `decomposes`, for most, which are copied.
struct ScalarTraits: Sendable {
  let rawValue: UInt16

  /// What is done with a scalar besides composition.
  enum Kind: UInt16 {
    case ordinary, whiteSpace, dropped, quotationMark, apostrophe, dash, dots
  }

  /// Canonical_Combining_Class; 0 is a starter.
  @inline(__always)
  var combiningClass: UInt16 { rawValue & 0xFF }

  /// Whether the scalar may not stay as it is or may join with what stands before it (NFC_Quick_Check is not Yes).
  @inline(__always)
  var isUnstable: Bool { rawValue & Self.unstable != 0 }

  /// Whether composition never reaches from this scalar to what stands before it.
  @inline(__always)
  var isBoundary: Bool { rawValue & (0xFF | Self.unstable) == 0 }

  @inline(__always)
  var kind: Kind { Kind(rawValue: rawValue >> 8 & 7) ?? .ordinary }

  /// Whether the scalar has a canonical decomposition, Hangul syllables included.
  @inline(__always)
  var decomposes: Bool { rawValue & Self.decomposes != 0 }

  static let unstable: UInt16 = 1 << 11
  static let decomposes: UInt16 = 1 << 12
  /// The bits that keep a scalar from being copied without a further look.
  static let needsWork: UInt16 = ~decomposes

  /// The bits of a kind.
  static func bits(_ kind: Kind) -> UInt16 { kind.rawValue << 8 }
}
