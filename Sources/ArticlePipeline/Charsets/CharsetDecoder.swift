internal import CIconv

/// Decodes text of a charset to UTF-8, strictly: a byte that the charset doesn't have is an error, never a replacement character.
///
/// The tables are the C library's (glibc's gconv modules, loaded from its own folder or `GCONV_PATH`), so here alone "equal input gives equal
/// bytes on any machine" hangs on the machine. What keeps it: only charsets whose tables have long been settled are taken; tests pin a
/// digest of every table (sequences of one and two bytes), so that a C library that differs fails them; the source's digest, the charset and the decoded text stand
/// in the manifest. The tables are no part of the rules' identity, which would differ between machines that cut alike for the sake of
/// articles that few of them ever see.
package enum CharsetDecoder {
  /// Decodes a whole value.
  ///
  /// - Parameter limit: The most bytes that the text may have in UTF-8; no more memory is taken than that.
  /// - Returns: The text, and the charset as it turned out to be.
  /// - Complexity: O(*n*). A converter is made for each text: some 10 µs, and nothing is kept between articles.
  package static func decode(
    _ bytes: [UInt8], from declared: Charset, limit: Int
  ) throws(CharsetError) -> (text: [UInt8], charset: Charset) {
    let (charset, start) = settled(declared, bytes)
    guard let converter = nuqta_charset_open(charset.iconvName) else { throw .unavailable }
    defer { nuqta_charset_close(converter) }
    let text =
      charset.isSingleByte
      ? try decodeSingle(bytes, SingleByteTable(converter), limit: limit)
      : try convert(bytes, from: start, converter, limit: limit)
    return (text, charset)
  }

  /// The charset with its order of bytes, and where the text begins.
  ///
  /// Under `utf-16` and `utf-32` a mark tells the order and is no part of the text, as in Python and Java; without one the order is little-endian
  /// as in the Encoding Standard. Under a label that names the order (`utf-16le`) a mark is a character of the text (RFC 2781 §3.3).
  private static func settled(_ charset: Charset, _ bytes: [UInt8]) -> (charset: Charset, start: Int) {
    let marks: [(name: String, mark: [UInt8], order: String)] = [
      ("UTF-16", [0xFF, 0xFE], "UTF-16LE"), ("UTF-16", [0xFE, 0xFF], "UTF-16BE"),
      ("UTF-32", [0xFF, 0xFE, 0, 0], "UTF-32LE"), ("UTF-32", [0, 0, 0xFE, 0xFF], "UTF-32BE"),
    ]
    guard charset.name == "UTF-16" || charset.name == "UTF-32" else { return (charset, 0) }
    for (name, mark, order) in marks where name == charset.name && bytes.starts(with: mark) {
      return (Charset(name: name, iconvName: order, isSingleByte: false), mark.count)
    }
    return (Charset(name: charset.iconvName, iconvName: charset.iconvName, isSingleByte: false), 0)
  }

  private static func convert(
    _ bytes: [UInt8], from start: Int, _ converter: UnsafeMutableRawPointer, limit: Int
  ) throws(CharsetError) -> [UInt8] {
    var result = nuqta_charset_result()
    // A byte becomes three at most: half-width katakana of Shift_JIS. Four more are for what the converter holds back.
    let (most, isHuge) = bytes.count.multipliedReportingOverflow(by: 3)
    let capacity = isHuge ? limit : min(limit, most + 4)
    let text = [UInt8](unsafeUninitializedCapacity: max(capacity, 1)) { output, count in
      bytes.withUnsafeBufferPointer { input in
        let rest = UnsafeBufferPointer(rebasing: input[min(start, input.count)...])
        result = nuqta_charset_convert(converter, rest.baseAddress, rest.count, output.baseAddress, max(capacity, 0))
      }
      count = result.produced
    }
    switch result.status {
    case Int32(nuqta_charset_done.rawValue): return text
    case Int32(nuqta_charset_full.rawValue): throw .tooLong
    default: throw .invalid(position: start + result.consumed)
    }
  }

  private static func decodeSingle(
    _ bytes: [UInt8], _ table: SingleByteTable, limit: Int
  ) throws(CharsetError) -> [UInt8] {
    var count = 0
    for index in bytes.indices {
      let length = table.length(of: bytes[index])
      guard length > 0 else { throw .invalid(position: index) }
      count += length
      guard count <= limit else { throw .tooLong }
    }
    var text: [UInt8] = []
    text.reserveCapacity(count)
    for byte in bytes { table.append(byte, to: &text) }
    return text
  }
}
