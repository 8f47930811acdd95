/// What stands in Java clients' files and goes by another name here.
enum JavaProperties {
  private static let hints = [
    "sasl.jaas.config": "use sasl.username and sasl.password",
    "ssl.truststore.location": "use ssl.ca.location with a PEM file",
    "ssl.truststore.certificates": "use ssl.ca.pem",
    "ssl.truststore.password": "a PEM file for ssl.ca.location needs none",
    "ssl.truststore.type": "use ssl.ca.location with a PEM file",
    "ssl.keystore.type": "ssl.keystore.location takes PKCS#12",
    "ssl.keystore.key": "use ssl.key.pem",
    "ssl.keystore.certificate.chain": "use ssl.certificate.pem",
    "max.poll.records": "Nuqta bounds a transaction by itself",
    "default.api.timeout.ms": "use socket.timeout.ms",
    "buffer.memory": "use queue.buffering.max.kbytes",
    "max.request.size": "use message.max.bytes",
    "delivery.timeout.ms": "use message.timeout.ms",
    "key.serializer": "records are bytes here",
    "value.serializer": "records are bytes here",
    "key.deserializer": "records are bytes here",
    "value.deserializer": "records are bytes here",
  ]

  /// What to write instead, `nil` where there is nothing to say.
  static func hint(for name: String) -> String? { hints[name] }
}
