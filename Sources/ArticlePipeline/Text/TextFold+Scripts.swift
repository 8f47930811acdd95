extension TextFold {
  /// The base letters of U+00C0…U+017F, two bytes each; a second byte of `.` is none.
  private static let latinLetters: StaticString = """
    a.a.a.a.a.a.aec.e.e.e.e.i.i.i.i.d.n.o.o.o.o.o.x.o.u.u.u.u.y.thss\
    a.a.a.a.a.a.aec.e.e.e.e.i.i.i.i.d.n.o.o.o.o.o./.o.u.u.u.u.y.thy.\
    a.a.a.a.a.a.c.c.c.c.c.c.c.c.d.d.d.d.e.e.e.e.e.e.e.e.e.e.g.g.g.g.\
    g.g.g.g.h.h.h.h.i.i.i.i.i.i.i.i.i.i.ijijj.j.k.k.k.l.l.l.l.l.l.l.\
    l.l.l.n.n.n.n.n.n.n.n.n.o.o.o.o.o.o.oeoer.r.r.r.r.r.s.s.s.s.s.s.\
    s.s.t.t.t.t.t.t.u.u.u.u.u.u.u.u.u.u.u.u.w.w.y.y.y.z.z.z.z.z.z.s.
    """

  /// The base letters of U+00C0…U+017F.
  static func latin(_ value: UInt32) -> FoldedScalar {
    let offset = Int(value - 0xC0) * 2
    guard offset + 1 < latinLetters.utf8CodeUnitCount else { return .nothing }
    let first = latinLetters.utf8Start[offset]
    let second = latinLetters.utf8Start[offset + 1]
    return second == UInt8(ascii: ".") ? FoldedScalar(first) : FoldedScalar(first, second)
  }

  static func greek(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x386, 0x3AC: 0x3B1
    case 0x388, 0x3AD: 0x3B5
    case 0x389, 0x3AE: 0x3B7
    case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: 0x3B9
    case 0x38C, 0x3CC: 0x3BF
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: 0x3C5
    case 0x38F, 0x3CE: 0x3C9
    case 0x3C2: 0x3C3
    case 0x391...0x3A9: value + 0x20
    default: value
    }
  }

  /// Lower case; letters that decomposed text writes with a mark are their base letter.
  static func cyrillic(_ value: UInt32) -> UInt32 {
    let lower: UInt32 =
      switch value {
      case 0x400...0x40F: value + 0x50
      case 0x410...0x42F: value + 0x20
      case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x4FF: value | 1
      default: value
      }
    switch lower {
    case 0x450, 0x451: return 0x435
    case 0x439, 0x45D: return 0x438
    case 0x457: return 0x456
    case 0x453: return 0x433
    case 0x45C: return 0x43A
    case 0x45E: return 0x443
    default: return lower
    }
  }

  /// Points and accents dropped; maqaf, geresh and gershayim are hyphen, apostrophe and quotation mark.
  static func hebrew(_ value: UInt32) -> FoldedScalar {
    switch value {
    case 0x5BE: FoldedScalar(UInt8(ascii: "-"))
    case 0x5F3: FoldedScalar(UInt8(ascii: "'"))
    case 0x5F4: FoldedScalar(UInt8(ascii: "\""))
    case 0x591...0x5C7: .nothing
    default: FoldedScalar(utf8: value)
    }
  }

  /// Vowel signs, tatweel and hamza carriers dropped; letter variants of Persian and Urdu as the Arabic ones; digits and stops as ASCII.
  static func arabic(_ value: UInt32) -> FoldedScalar {
    switch value {
    case 0x60C: FoldedScalar(UInt8(ascii: ","))
    case 0x61B: FoldedScalar(UInt8(ascii: ";"))
    case 0x61F: FoldedScalar(UInt8(ascii: "?"))
    case 0x6D4: FoldedScalar(UInt8(ascii: "."))
    case 0x66A: FoldedScalar(UInt8(ascii: "%"))
    case 0x660...0x669: FoldedScalar(0x30 + UInt8(truncatingIfNeeded: value - 0x660))
    case 0x6F0...0x6F9: FoldedScalar(0x30 + UInt8(truncatingIfNeeded: value - 0x6F0))
    case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED:
      .nothing
    case 0x622, 0x623, 0x625, 0x671: FoldedScalar(utf8: 0x627)
    case 0x624: FoldedScalar(utf8: 0x648)
    case 0x626, 0x649, 0x6CC, 0x6D2, 0x6D3: FoldedScalar(utf8: 0x64A)
    case 0x629, 0x6BE, 0x6C0...0x6C3, 0x6D5: FoldedScalar(utf8: 0x647)
    case 0x6A9, 0x6AA: FoldedScalar(utf8: 0x643)
    default: FoldedScalar(utf8: value)
    }
  }

  /// The letters that Unicode composes with a nukta, without it.
  static func devanagari(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x958: 0x915
    case 0x959: 0x916
    case 0x95A: 0x917
    case 0x95B: 0x91C
    case 0x95C: 0x921
    case 0x95D: 0x922
    case 0x95E: 0x92B
    default: 0x92F
    }
  }
}
