import Testing

@testable import KafkaClient

@Test func linked() {}
