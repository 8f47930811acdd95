/// News URNs (RFC 3085): `urn:newsml:provider:date:item:revision`, which name one revision of an item.
///
/// The identity of an article goes through all revisions, so it is the URN without its last part. The grammar, §2:
/// `ProviderId ":" DateId ":" NewsItemId ":" RevisionId Update`, the date as CCYYMMDD, the revision a positive number, the update
/// mark `A` or `U` (NewsML also writes `N`) or nothing. What is not exactly that stays as it is: agencies write `urn:newsml:` before much else.
enum NewsURN {
  private static let prefix = "urn:newsml:"

  /// Takes a URN apart; `nil` where it is none.
  static func split(_ uri: String) -> (item: String, revision: String)? {
    let bytes = uri.utf8
    guard bytes.count > prefix.utf8.count, bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "u") else { return nil }
    guard zip(bytes, prefix.utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) else { return nil }
    let parts = bytes.dropFirst(prefix.utf8.count).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 4, isString(parts[0]), isDate(parts[1]), isString(parts[2]) else { return nil }
    var revision = parts[3]
    if let last = revision.last, [0x41, 0x4E, 0x55].contains(last & 0xDF) { revision = revision.dropLast() }
    guard let first = revision.first, first != UInt8(ascii: "0"), revision.allSatisfy(isDigit) else { return nil }
    return (String(uri[..<parts[2].endIndex]), String(decoding: Array(revision), as: UTF8.self))
  }

  private static func isString(_ part: Substring.UTF8View) -> Bool {
    var escape = 0
    for byte in part {
      let isHex = isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
      if escape > 0 {
        guard isHex else { return false }
        escape -= 1
      } else if byte == UInt8(ascii: "%") {
        escape = 2
      } else {
        let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        guard isLetter || isDigit(byte) || "()+,-.=@;$_!*'".utf8.contains(byte) else { return false }
      }
    }
    return !part.isEmpty && escape == 0
  }

  private static func isDate(_ part: Substring.UTF8View) -> Bool {
    guard part.count == 8, part.allSatisfy(isDigit) else { return false }
    let digits = part.map { Int($0 - UInt8(ascii: "0")) }
    return (1...12).contains(digits[4] * 10 + digits[5]) && (1...31).contains(digits[6] * 10 + digits[7])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
