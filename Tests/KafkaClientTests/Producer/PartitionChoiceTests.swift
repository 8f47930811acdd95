import CRdKafka
import Testing

@testable import KafkaClient

@Suite(.timeLimit(.minutes(20))) struct PartitionChoiceTests {
  /// Records are produced before the topic's partitions are known and after; key or not, they lie where they were sent.
  @Test func recordsGoWhereTheyAreSent() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 7)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    var headers = RecordHeaders()
    for round in 0..<2 {
      for number: Int32 in 0..<7 {
        let tag = UInt32(round * 100) + UInt32(number)
        try producer.produce(
          to: "t", partition: .number(number), key: nil, value: nil, tag: tag, headers: &headers)
        try producer.produce(
          to: "t", partition: .number(number), key: [UInt8]().span, value: nil, tag: tag, headers: &headers)
        try producer.produce(
          to: "t", partition: .number(number), key: "same".utf8.span, value: nil, tag: tag, headers: &headers)
      }
      try producer.flush(milliseconds: 10_000)
    }
    let reports = producer.drainDeliveryReports()
    #expect(reports.count == 42)
    for report in reports { #expect(report.partition == Int32(report.tag % 100) && report.isDelivered) }
  }

  @Test func keysAreSpreadAsJavaSpreadsThem() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 5)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    var headers = RecordHeaders()
    let keys = (0..<50).map { "article-\($0)" }
    for (tag, key) in keys.enumerated() {
      try producer.produce(
        to: "t", partition: .byKey, key: key.utf8.span, value: nil, tag: UInt32(tag), headers: &headers)
      try producer.produce(
        to: "t", partition: .likeKey(hash: Murmur2.hash(key.utf8.span)), key: "other".utf8.span, value: nil,
        tag: UInt32(tag), headers: &headers)
    }
    try producer.produce(to: "t", partition: .byKey, key: nil, value: nil, tag: 1000, headers: &headers)
    try producer.flush(milliseconds: 10_000)
    let reports = producer.drainDeliveryReports()
    #expect(reports.count == 101)
    for report in reports where report.tag < 1000 {
      let expected = Int32((Murmur2.hash(keys[Int(report.tag)].utf8.span) & 0x7fff_ffff) % 5)
      #expect(report.partition == expected)
    }
    #expect(Set(reports.map(\.partition)).count > 1)
  }

  @Test func anUnknownPartitionFailsTheRecordVisibly() throws {
    let cluster = try EmbeddedCluster(logger: Fixtures.logger)
    try cluster.createTopic("t", partitionCount: 2)
    let producer = try Fixtures.producer(cluster.bootstrapServers)
    var headers = RecordHeaders()
    // Before the partitions are known the report says it; the call itself, should they be known already.
    headers.add(name: "h", value: "v".utf8.span)
    var codes: [UInt32: KafkaErrorCode] = [:]
    do throws(KafkaError) {
      try producer.produce(to: "t", partition: .number(2), key: nil, value: nil, tag: 1, headers: &headers)
    } catch {
      codes[1] = error.code
    }
    headers.removeAll()
    try producer.produce(to: "t", partition: .number(1), key: nil, value: nil, tag: 2, headers: &headers)
    try producer.flush(milliseconds: 10_000)
    for report in producer.drainDeliveryReports() { codes[report.tag] = report.code }
    #expect(codes == [1: .unknownPartition, 2: .none])
    // From then on: at once, the headers given back (and freed once, #4628).
    for number in [2, 3, 1000, Int32.max] {
      headers.removeAll()
      headers.add(name: "h", value: "v".utf8.span)
      let error = #expect(throws: KafkaError.self) {
        try producer.produce(to: "t", partition: .number(number), key: nil, value: nil, tag: 3, headers: &headers)
      }
      #expect(error?.code == .unknownPartition)
      #expect(headers.count == 1)
    }
    #expect(producer.outstanding == 0)
  }

  @Test func whatTheOpaqueCannotHoldIsRefused() throws {
    let producer = try Fixtures.producer("127.0.0.1:1")
    var headers = RecordHeaders()
    let partition = #expect(throws: KafkaError.self) {
      try producer.produce(to: "t", partition: .number(-1), key: nil, value: nil, headers: &headers)
    }
    #expect(partition?.code == .invalidArgument)
    let tag = #expect(throws: KafkaError.self) {
      try producer.produce(to: "t", partition: .number(0), key: nil, value: nil, tag: 1 << 31, headers: &headers)
    }
    #expect(tag?.code == .invalidArgument)
  }

  @Test(arguments: [(UInt32(0), UInt32(0)), (UInt32.max >> 1, UInt32.max >> 1), (5, 77), (1 << 30, 1)])
  func theOpaqueKeepsNumberAndTagApart(number: UInt32, tag: UInt32) {
    for route in [UInt32(NUQTA_ROUTE_NUMBER), UInt32(NUQTA_ROUTE_HASH)] {
      let opaque = nuqta_opaque(number, route, tag)
      let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(opaque))
      #expect(unsafe nuqta_opaque_tag(pointer) == tag)
      #expect(UInt32(opaque & 0x7fff_ffff) == number)
      #expect(UInt32((opaque >> 31) & 3) == route)
    }
  }
}
