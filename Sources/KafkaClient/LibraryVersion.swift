internal import CRdKafka

/// The librdkafka that the process runs on.
package enum LibraryVersion {
  /// The version as librdkafka words it, such as `2.0.2`.
  package static var text: String { unsafe String(cString: rd_kafka_version_str()) }
}
