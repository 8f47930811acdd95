internal import CIconv

/// What each byte of a charset of 256 characters is in UTF-8.
///
/// Asked from iconv byte by byte, since given a whole text glibc joins Hebrew points (windows-1255) and Vietnamese tone marks (windows-1258)
/// with the letter before them: other decoders don't, and offsets would count other characters than theirs.
struct SingleByteTable {
  /// The UTF-8 of the bytes from 80 on, the first byte lowest, its length in the highest byte; 0 where the charset hasn't the byte.
  private var rows: [UInt32] = []

  /// Reads the table off a converter.
  init(_ converter: UnsafeMutableRawPointer) {
    rows.reserveCapacity(128)
    for byte in UInt8(0x80)...0xFF {
      var output: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
      let result = withUnsafeMutableBytes(of: &output) { output in
        withUnsafePointer(to: byte) {
          nuqta_charset_convert(converter, $0, 1, output.baseAddress?.assumingMemoryBound(to: UInt8.self), 3)
        }
      }
      let isOne = result.status == Int32(nuqta_charset_done.rawValue) && result.produced > 0
      let row = UInt32(output.0) | UInt32(output.1) << 8 | UInt32(output.2) << 16
      rows.append(isOne ? row | UInt32(truncatingIfNeeded: result.produced) << 24 : 0)
    }
  }

  /// How many bytes of UTF-8 a byte becomes; 0 where the charset hasn't it.
  func length(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : Int(rows[Int(byte) - 0x80] >> 24)
  }

  /// Appends a byte's UTF-8.
  func append(_ byte: UInt8, to text: inout [UInt8]) {
    guard byte >= 0x80 else { return text.append(byte) }
    let row = rows[Int(byte) - 0x80]
    text.append(UInt8(truncatingIfNeeded: row))
    if row >> 24 > 1 { text.append(UInt8(truncatingIfNeeded: row >> 8)) }
    if row >> 24 > 2 { text.append(UInt8(truncatingIfNeeded: row >> 16)) }
  }
}
