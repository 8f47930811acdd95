/// Names of files made from names of groups and instances.
enum FileName {
  /// The name with everything but ASCII letters, digits, `-` and `.` replaced by `_`.
  static func safe(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "_" })
  }
}
