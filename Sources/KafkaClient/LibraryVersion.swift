internal import CRdKafka

/// The librdkafka that the process runs on.
package enum LibraryVersion {
  /// The version as librdkafka words it, such as `2.0.2`.
  package static var text: String { unsafe String(cString: rd_kafka_version_str()) }

  /// Whether the library is this version or a later one.
  ///
  /// Pre-releases count as their release.
  package static func isAtLeast(_ major: Int, _ minor: Int, _ patch: Int = 0) -> Bool {
    isAtLeast(major, minor, patch, hexadecimal: Int(rd_kafka_version()))
  }

  /// `hexadecimal` is librdkafka's `0xMMmmrrxx`: two digits each of major, minor, revision and pre-release.
  static func isAtLeast(_ major: Int, _ minor: Int, _ patch: Int, hexadecimal: Int) -> Bool {
    let (ours, wanted) = (hexadecimal >> 8, major << 16 | minor << 8 | patch)
    return ours >= wanted
  }
}
