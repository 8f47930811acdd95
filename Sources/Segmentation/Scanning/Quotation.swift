/// Which way a quotation mark points, told by itself and its neighbours only.
enum Quotation {
  /// Whether a quotation mark at the end of something, with no space before it, closes.
  ///
  /// Marks are used in all directions (»…«, „…“, ”…”), so that what stands behind one decides where it is not plain.
  static func closes(_ mark: ScannedScalar, followedBy next: ScannedScalar) -> Bool {
    switch mark.value {
    case 0x300C, 0x300E, 0xFE41, 0xFE43, 0xFF62, 0x201A, 0x201E, 0x301D: return false
    case 0x300D, 0x300F, 0xFE42, 0xFE44, 0xFF63, 0x201D, 0x2019, 0x301E, 0x301F: return true
    case 0x201C, 0x2018, 0xAB, 0x2039, 0x201B, 0x201F:
      return !(next.isLetter || next.kind == .digit || next.kind == .opening)
    default: return true
    }
  }

  /// Whether a quotation mark with a space before it closes all the same («… ? », a slip in `。 ”`).
  static func closesBehindSpace(_ mark: ScannedScalar, followedBy next: ScannedScalar) -> Bool {
    switch mark.value {
    case 0x300D, 0x300F, 0xFE42, 0xFE44, 0xFF63: return true
    case 0x300C, 0x300E, 0xFE41, 0xFE43, 0xFF62, 0x201A, 0x201E, 0x301D: return false
    default:
      // « and " between spaces open in French, and in careless typing.
      if next.kind == .space, mark.value == 0xAB || mark.value == 0x22 { return false }
      if next.script.isUnspaced, mark.value == 0x201D || mark.value == 0x2019 || mark.value == 0xBB { return true }
      switch next.kind {
      case .upper, .lower, .caseless, .digit, .opening, .stop, .pictograph, .other:
        return next.kind == .stop && mark.value != 0x22
      case .quote: return false
      default: return true
      }
    }
  }

  /// Whether a quotation mark opens, seen from what stands before it.
  static func opens(_ mark: ScannedScalar, after previous: ScannedScalar, followedBy next: ScannedScalar) -> Bool {
    switch mark.value {
    case 0x300C, 0x300E, 0xFE41, 0xFE43, 0xFF62, 0x201A, 0x201E, 0x301D: return true
    case 0x300D, 0x300F, 0xFE42, 0xFE44, 0xFF63, 0x301E, 0x301F: return false
    case 0x201C where previous.script.isUnspaced || next.script.isUnspaced: return true
    case 0x201D where previous.script.isUnspaced || next.script.isUnspaced: return false
    default: break
    }
    if mark.value == 0x27 || mark.value == 0x2019, previous.isLetter || previous.kind == .digit { return false }
    guard next.exists, next.kind != .lineEnd else { return false }
    if next.kind == .space { return mark.value == 0xAB && previous.kind != .stop }
    switch previous.kind {
    case .space, .lineEnd, .opening, .dash, .control: return true
    case .clause, .format: return next.kind != .clause && next.kind != .stop
    case .quote: return next.isLetter || next.kind == .digit
    default: return !previous.exists || (previous.script.isUnspaced && (mark.value == 0xAB || mark.value == 0x2018))
    }
  }
}
