import Testing

@testable import KafkaClient

/// As the worker produces: all records of a batch lie in one buffer, and each part is a range of it or null.
@Suite(.timeLimit(.minutes(20))) struct ArenaTests {
  @Test func partsOfOneBufferAreProducedWithoutCopies() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 1)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    let bytes = "keyvaluename".bytes
    let span = bytes.span
    var headers = RecordHeaders()
    for (key, value) in [(0..<3, 3..<8), (nil, 3..<8), (0..<3, nil), (3..<3, 8..<8)] as [(Range<Int>?, Range<Int>?)] {
      headers.add(name: span.extracting(8..<12), value: span.part(key))
      try producer.produce(
        to: "t", partition: .number(0), key: span.part(key), value: span.part(value), headers: &headers)
    }
    try producer.flush(milliseconds: 10_000)
    let consumer = try Fixtures.consumer(cluster.bootstrapServers)
    try consumer.assign([PartitionOffset(topic: "t", partition: 0, offset: 0)])
    let messages = consumer.readToEnd()
    #expect(messages.map(\.key) == ["key".bytes, nil, "key".bytes, []])
    #expect(messages.map(\.value) == ["value".bytes, "value".bytes, nil, []])
    #expect(messages.map(\.headers) == messages.map { [MessageHeader(name: "name", value: $0.key)] })
  }
}
