/// A charset other than UTF-8 that plain text is read in.
package struct Charset: Sendable, Equatable {
  /// The name as the manifest gives it: the Encoding Standard's, and `UTF-16`, `UTF-32` and their kin where a mark told the order of bytes.
  package let name: String
  /// What iconv calls it.
  let iconvName: String
  /// Whether each byte is a character, those below 80 ASCII's.
  let isSingleByte: Bool

  /// The charset of a label as a `content-type` header gives it; `nil` where text isn't read in it.
  ///
  /// Only labels of the table are taken, so nothing else of a header ever reaches iconv (`//IGNORE`, a file's name).
  package static func find(_ label: String) -> Charset? { byLabel[label] }

  /// Labels that mean UTF-8.
  ///
  /// ASCII is among them: all of it is UTF-8, and a text in UTF-8 that is sent under the old default label proves itself, since hardly
  /// any other bytes are well-formed UTF-8 by chance.
  package static let labelsOfUTF8: Set<String> = [
    "", "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-ir-6",
    "us",
  ]

  private static let byLabel: [String: Charset] = {
    var table: [String: Charset] = [:]
    for line in CharsetLabels.rows.description.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 3 else { continue }
      let charset = Charset(name: words[0], iconvName: words[1], isSingleByte: words[2] == "1")
      for label in words.dropFirst(3) { table[label] = charset }
    }
    return table
  }()
}
