import ArticlePipeline
import Foundation
import KafkaClient
import Logging
import Testing

@testable import StreamWorker

@Suite("Topics read with librdkafka", .serialized)
struct LibrdkafkaTopicSourceTests {
  private static let logger: Logger = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }()

  private func source(_ brokers: String, patience: Int64 = 10_000) throws -> LibrdkafkaTopicSource {
    try LibrdkafkaTopicSource(
      settings: WorkerSettings(brokers: brokers, stateDirectory: ""), patience: patience, logger: Self.logger)
  }

  private func scan(_ source: LibrdkafkaTopicSource, patience: Int64 = 10_000) -> TopicScan {
    let start = ContinuousClock.now
    return TopicScan(source, patience: patience) { Int64((ContinuousClock.now - start) / .milliseconds(1)) }
  }

  @Test("all records of all partitions, keys, null values and headers as they are; nothing committed")
  func wholeTopic() throws {
    let cluster = try EmbeddedCluster(logger: Self.logger)
    try cluster.createTopic("manifests", partitionCount: 3)
    let producer = try PlainProducer(
      configuration: ClientConfiguration(role: .producer, brokers: cluster.bootstrapServers), logger: Self.logger)
    for number in 0..<60 {
      var headers = KafkaClient.RecordHeaders()
      headers.add(name: "n", value: String(number).utf8.span)
      let value = String(number).utf8
      try producer.produce(
        to: "manifests", partition: .number(Int32(number % 2)), key: "k\(number % 7)".utf8.span,
        value: number % 5 == 0 ? nil : value.span, headers: &headers)
    }
    try producer.flush(milliseconds: 10_000)
    for _ in 0..<2 {
      let source = try source(cluster.bootstrapServers)
      var scan = scan(source)
      var found: [InputRecord] = []
      let bounds = try scan.bounds(of: "manifests")
      #expect(bounds.values.reduce(0) { $0 + $1.high - $1.low } == 60)
      try scan.read(bounds) { record in
        found.append(record)
        return true
      }
      source.close()
      #expect(found.count == 60 && Set(found.map(\.partition)) == [0, 1])
      #expect(found.count { $0.value == nil } == 12)
      for partition in [0, 1] as [Int32] {
        #expect(found.filter { $0.partition == partition }.map(\.offset) == Array(0..<30))
      }
      #expect(found.allSatisfy { $0.headers.count == 1 && $0.key != nil })
    }
    withExtendedLifetime(cluster) {}
  }

  @Test("brokers that don't answer are named, with the reason, when patience ends")
  func unreachable() throws {
    let scan = scan(try source("127.0.0.1:1", patience: 1_000), patience: 1_000)
    let error = #expect(throws: ScanFailure.self) { try scan.bounds(of: "t") }
    guard case .silent(1, let reason?) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("127.0.0.1:1"))
  }
}
