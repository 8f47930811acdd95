/// What a character is to a segmenter; the number is the one in the class table, the letter that of the run table.
enum CharacterKind: UInt8, Sendable {
  case other  // o: symbols, numbers that are not digits, unassigned
  case upper  // u
  case lower  // l
  case caseless  // c: letters of scripts without case
  case digit  // d
  case mark  // m: combining marks
  case space  // s
  case lineEnd  // b
  case format  // f: bidi and zero-width characters
  case control  // k
  case opening  // (
  case closing  // )
  case quote  // q: opens or closes
  case stop  // .
  case clause  // , comma, semicolon and colon of any script
  case dash  // -
  case pictograph  // e

  /// The kind of a number of the class table; `other` for none.
  @inline(__always)
  init(number: UInt8) {
    // The cases are numbered from 0 without a gap, which is how they lie in memory; the synthesized initializer costs a call.
    self = number <= Self.pictograph.rawValue ? unsafeBitCast(number, to: Self.self) : .other
  }
}
