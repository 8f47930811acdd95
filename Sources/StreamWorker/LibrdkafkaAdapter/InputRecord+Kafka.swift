import ArticlePipeline
import KafkaClient

extension InputRecord {
  init(_ message: ConsumedMessage) {
    self.init(
      topic: message.topic, partition: message.partition, offset: message.offset, timestamp: message.timestamp ?? 0,
      key: message.key, value: message.value,
      headers: message.headers.map { RecordHeader(name: $0.name, value: $0.value) })
  }
}
