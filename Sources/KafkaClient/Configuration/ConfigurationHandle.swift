internal import CRdKafka

/// The owner of a `rd_kafka_conf_t`.
@safe struct ConfigurationHandle: ~Copyable {
  private var pointer: OpaquePointer?

  /// librdkafka's defaults.
  init() {
    unsafe pointer = rd_kafka_conf_new()
  }

  /// A configuration's properties over librdkafka's defaults.
  init(_ configuration: ClientConfiguration) throws(KafkaError) {
    self.init()
    for property in configuration.assignments {
      if let reason = set(property.name, property.value) {
        throw KafkaError(
          code: .invalidArgument, message: "\(property.name): \(reason)",
          operation: "configure \(configuration.role.rawValue)")
      }
    }
  }

  deinit {
    if let pointer = unsafe pointer { unsafe rd_kafka_conf_destroy(pointer) }
  }

  /// Sets a property.
  ///
  /// Gives librdkafka's reason where it refuses, with the nearest right name for an unknown one, and without the
  /// value of a secret.
  borrowing func set(_ name: String, _ value: String) -> String? {
    guard !name.utf8.contains(0), !value.utf8.contains(0) else { return "a zero byte can't be part of it" }
    let (result, reason) = unsafe CText.read { unsafe rd_kafka_conf_set(pointer, name, value, $0, $1) }
    switch result {
    case RD_KAFKA_CONF_OK: return nil
    case _ where JavaProperties.hint(for: name) != nil:
      return "librdkafka has no such property: \(JavaProperties.hint(for: name) ?? "")"
    case RD_KAFKA_CONF_UNKNOWN:
      let nearest = PropertyCatalogue.library.nearest(to: name).map { "; did you mean \($0)?" } ?? ""
      return "librdkafka \(LibraryVersion.text) has no such property\(nearest)"
    default:
      return SecretProperties.contains(name) ? "librdkafka refuses the value" : reason
    }
  }

  /// Lets `body` set what isn't text.
  borrowing func withPointer(_ body: (OpaquePointer?) -> Void) {
    unsafe body(pointer)
  }

  /// All values, of the client and of its topics.
  borrowing func values() -> [(name: String, value: String)] {
    var count = 0
    var values = unsafe Self.pairs(rd_kafka_conf_dump(pointer, &count), count)
    if let topics = unsafe rd_kafka_conf_get_default_topic_conf(pointer) {
      let known = Set(values.map(\.name))
      let pairs = unsafe Self.pairs(rd_kafka_topic_conf_dump(topics, &count), count)
      values += pairs.filter { !known.contains($0.name) }
    }
    return values
  }

  /// Makes a client, which takes the configuration over.
  consuming func makeClient(_ type: rd_kafka_type_t, during operation: String) throws(KafkaError) -> OpaquePointer {
    let (client, reason) = unsafe CText.read { unsafe rd_kafka_new(type, pointer, $0, $1) }
    guard let client = unsafe client else {
      // The configuration is still ours, and is freed with us.
      throw KafkaError(code: .invalidArgument, message: reason, operation: operation)
    }
    unsafe pointer = nil
    return unsafe client
  }

  private static func pairs(
    _ dump: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ count: Int
  ) -> [(name: String, value: String)] {
    guard let dump = unsafe dump else { return [] }
    defer { unsafe rd_kafka_conf_dump_free(dump, count) }
    return stride(from: 0, to: count - 1, by: 2).compactMap { index in
      guard let name = unsafe dump[index], let value = unsafe dump[index + 1] else { return nil }
      return unsafe (String(cString: name), String(cString: value))
    }
  }
}
