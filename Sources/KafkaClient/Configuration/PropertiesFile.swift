/// A file of properties, as Java's Kafka tools and librdkafka's examples write them.
package enum PropertiesFile {
  /// Reads a file's text: `name=value` or `name: value` a line; `#` and `!` begin a comment; a `\` at a line's end
  /// continues it; `\t`, `\n`, `\r`, `\\`, `\uXXXX` and `\` before any other character are undone as in Java.
  ///
  /// - Throws: ``PropertiesFileError`` with the line where a name or a separator is missing, an escape is broken or a
  ///   property stands twice.
  package static func parse(_ text: String) throws(PropertiesFileError) -> [ConfigurationProperty] {
    var properties: [ConfigurationProperty] = []
    var seen: [String: Int] = [:]
    for (number, line) in logicalLines(text) {
      let property = try property(line, number)
      if let first = seen.updateValue(number, forKey: property.name) {
        throw PropertiesFileError(line: number, reason: "\(property.name) stands twice, first in line \(first)")
      }
      properties.append(property)
    }
    return properties
  }

  /// Lines without comments and blank ones, continued lines joined, each with the number of its first line.
  private static func logicalLines(_ text: String) -> [(Int, [Unicode.Scalar])] {
    var lines: [(Int, [Unicode.Scalar])] = []
    var open: (number: Int, scalars: [Unicode.Scalar])?
    let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    // A CR LF gives an empty line between the two, which is passed over like any other.
    for (index, raw) in scalars.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }).enumerated() {
      var line = raw.drop(while: isSpace)[...]
      if line.last == "\r" { line.removeLast() }
      if open == nil, line.isEmpty || line.first == "#" || line.first == "!" { continue }
      var logical = open ?? (index + 1, [])
      let continues = line.reversed().prefix { $0 == "\\" }.count % 2 == 1
      logical.scalars += continues ? line.dropLast() : line
      open = continues ? logical : nil
      if !continues { lines.append(logical) }
    }
    if let open { lines.append(open) }
    return lines
  }

  private static func property(
    _ line: [Unicode.Scalar], _ number: Int
  ) throws(PropertiesFileError) -> ConfigurationProperty {
    var end = 0
    while end < line.count, line[end] != "=", line[end] != ":", !isSpace(line[end]) {
      end += line[end] == "\\" ? 2 : 1
    }
    end = min(end, line.count)
    let name = try unescaped(line[..<end], number)
    var value = line[end...].drop(while: isSpace)
    guard let separator = value.first, separator == "=" || separator == ":" else {
      throw PropertiesFileError(line: number, reason: "no = or : after \(name)")
    }
    if name.isEmpty { throw PropertiesFileError(line: number, reason: "no name before the \(separator)") }
    value = value.dropFirst().drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    return ConfigurationProperty(name, try unescaped(value, number))
  }

  private static func unescaped(
    _ scalars: ArraySlice<Unicode.Scalar>, _ number: Int
  ) throws(PropertiesFileError) -> String {
    var result = String.UnicodeScalarView()
    var rest = scalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let escaped = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch escaped {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "u":
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        let text = String(String.UnicodeScalarView(digits))
        guard digits.count == 4, let value = UInt32(text, radix: 16), let unicode = Unicode.Scalar(value) else {
          throw PropertiesFileError(
            line: number, reason: "\\u must be followed by four hexadecimal digits of a character")
        }
        result.append(unicode)
      default: result.append(escaped)
      }
    }
    return String(result)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{C}"
  }
}
