/// What a character is to a segmenter; the raw value is its letter in the class table.
enum CharacterKind: UInt8, Sendable {
  case other = 0x6F  // o: symbols, numbers that are not digits, unassigned
  case upper = 0x75  // u
  case lower = 0x6C  // l
  case caseless = 0x63  // c: letters of scripts without case
  case digit = 0x64  // d
  case mark = 0x6D  // m: combining marks
  case space = 0x73  // s
  case lineEnd = 0x62  // b
  case format = 0x66  // f: bidi and zero-width characters
  case control = 0x6B  // k
  case opening = 0x28  // (
  case closing = 0x29  // )
  case quote = 0x71  // q: opens or closes
  case stop = 0x2E  // .
  case clause = 0x2C  // , comma, semicolon and colon of any script
  case dash = 0x2D  // -
  case pictograph = 0x65  // e
}
